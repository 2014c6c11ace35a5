package org.imprimatur.approver.web.admin;

import java.util.List;
import java.util.Optional;
import org.imprimatur.approver.web.view.Frame;

/**
 * The local accounts.
 *
 * @param frame what surrounds it
 * @param people everybody who has one
 * @param typed what was typed for a new one
 * @param fault why the last act was not done
 * @param done what was done
 * @param secret a new password, shown this once
 * @param local whether passwords are taken at all
 */
public record PeopleScreen(
        Frame frame,
        List<Line> people,
        Typed typed,
        Optional<String> fault,
        Optional<String> done,
        Optional<String> secret,
        boolean local) {

    /** One account. */
    public record Line(String id, String roles, boolean oneself) {}

    /** What was typed for a new account. */
    public record Typed(String id, String roles) {
        static final Typed NOTHING = new Typed("", "");
    }
}
