package org.imprimatur.approver.web.publishing;

import java.util.List;
import org.imprimatur.approver.web.view.Frame;

/**
 * The form that records an authorization.
 *
 * @param frame what surrounds it
 * @param typed what was typed before
 * @param platforms those of our accounts
 * @param groups whose people may keep it; an empty one stands for the whole organization
 * @param faults what has to be mended
 */
public record AuthorizationForm(
        Frame frame, Typed typed, List<String> platforms, List<String> groups, List<String> faults) {
    public AuthorizationForm {
        platforms = List.copyOf(platforms);
        groups = List.copyOf(groups);
        faults = List.copyOf(faults);
    }

    /** What was typed, as it was typed. */
    public record Typed(
            String id,
            String person,
            String scope,
            String disclosedBy,
            String recipients,
            String purpose,
            List<String> platforms,
            String expires,
            String expiryEvent,
            String signedOn,
            String representative,
            String people,
            String pictures,
            String group) {
        static final Typed NOTHING = new Typed("", "", "", "", "", "", List.of(), "", "", "", "", "", "", "");

        @Override
        public String toString() {
            return "Typed[" + id + "]";
        }
    }
}
