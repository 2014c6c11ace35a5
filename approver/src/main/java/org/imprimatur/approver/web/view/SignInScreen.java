package org.imprimatur.approver.web.view;

import java.util.Optional;

/**
 * The sign-in form.
 *
 * @param frame what surrounds it
 * @param name what was typed before
 * @param target where to go then, a path of ours
 * @param fault why it did not work
 * @param ways how one may sign in
 */
public record SignInScreen(Frame frame, String name, String target, Optional<String> fault, Ways ways) {

    /** How one may sign in. */
    public enum Ways {
        PASSWORD,
        PROVIDER,
        BOTH
    }

    public boolean byPassword() {
        return ways != Ways.PROVIDER;
    }

    public boolean byProvider() {
        return ways != Ways.PASSWORD;
    }
}
