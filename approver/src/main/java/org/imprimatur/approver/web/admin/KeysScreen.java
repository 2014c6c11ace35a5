package org.imprimatur.approver.web.admin;

import java.util.List;
import java.util.Optional;
import org.imprimatur.approver.web.view.Frame;

/**
 * The keys of programs.
 *
 * @param frame what surrounds it
 * @param keys every key there is
 * @param typed what was typed for a new one
 * @param fault why the last act was not done
 * @param done what was done
 * @param secret a new key, shown this once
 */
public record KeysScreen(
        Frame frame,
        List<Line> keys,
        Typed typed,
        Optional<String> fault,
        Optional<String> done,
        Optional<String> secret) {

    /** One key, by the first digits of its hash. */
    public record Line(String id, String owner, String label, String roles, String routes, String ends, boolean over) {}

    /** What was typed for a new key. */
    public record Typed(String owner, String label, String roles, String routes, String days) {
        static final Typed NOTHING = new Typed("", "", "author", "/v1/drafts, /v1/media", "90");
    }
}
