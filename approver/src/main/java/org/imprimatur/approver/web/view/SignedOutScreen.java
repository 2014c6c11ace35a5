package org.imprimatur.approver.web.view;

/**
 * The session here is over, and the provider's is not.
 *
 * @param frame what surrounds it
 * @param provider where the person ends that one, too
 */
public record SignedOutScreen(Frame frame, String provider) {}
