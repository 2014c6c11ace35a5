package org.imprimatur.approver.web.view;

import java.util.Optional;

/**
 * The form that asks whose history to show.
 *
 * @param frame what surrounds it
 * @param typed what was typed before
 * @param fault why it led nowhere
 */
public record LookupScreen(Frame frame, String typed, Optional<String> fault) {}
