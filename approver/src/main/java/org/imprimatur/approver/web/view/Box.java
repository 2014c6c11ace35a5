package org.imprimatur.approver.web.view;

/**
 * A finding's mark on a picture: a frame around all of it, since no finding tells a part.
 *
 * @param label the finding's letter
 * @param severe whether it is shown as severe
 * @param severity the word for it
 */
public record Box(String label, boolean severe, String severity) {}
