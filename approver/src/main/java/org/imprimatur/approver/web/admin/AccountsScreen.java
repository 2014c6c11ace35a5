package org.imprimatur.approver.web.admin;

import java.util.List;
import java.util.Optional;
import org.imprimatur.approver.web.view.Frame;

/**
 * The accounts on platforms.
 *
 * @param frame what surrounds it
 * @param accounts every account
 * @param everything why nothing at all may go out; empty when it may
 * @param typed the account in the form
 * @param fault why the last act was not done
 * @param done what was done
 */
public record AccountsScreen(
        Frame frame,
        List<Line> accounts,
        Optional<String> everything,
        Typed typed,
        Optional<String> fault,
        Optional<String> done) {

    /** One account. */
    public record Line(
            String id,
            String platform,
            String handle,
            String facility,
            String group,
            String zone,
            Optional<String> frozen) {}

    /** The account in the form; empty for a new one. */
    public record Typed(String id, String platform, String handle, String facility, String group, String zone) {
        static final Typed NOTHING = new Typed("", "", "", "", "", "America/New_York");
    }
}
