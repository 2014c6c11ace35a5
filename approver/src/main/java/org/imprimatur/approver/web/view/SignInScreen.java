package org.imprimatur.approver.web.view;

import java.util.Optional;

/**
 * The sign-in form.
 *
 * @param frame what surrounds it
 * @param name what was typed before
 * @param target where to go then, a path of ours
 * @param fault why it did not work
 */
public record SignInScreen(Frame frame, String name, String target, Optional<String> fault) {}
