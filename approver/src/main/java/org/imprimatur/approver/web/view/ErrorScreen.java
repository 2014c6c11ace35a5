package org.imprimatur.approver.web.view;

/**
 * Something did not work.
 *
 * @param frame what surrounds it
 * @param status HTTP's number for it
 * @param title what
 * @param detail what to do
 */
public record ErrorScreen(Frame frame, int status, String title, String detail) {}
