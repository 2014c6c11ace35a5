package org.imprimatur.approver.web.policy;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.imprimatur.approver.web.view.Frame;
import org.imprimatur.approver.web.view.Moment;

/**
 * The rules that judge, those that did, and those that might.
 *
 * @param active the version that judges; empty when none does
 * @param back label of the version that judged before it, to which one click leads; empty when there is none
 */
public record PoliciesScreen(
        Frame frame,
        Optional<Version> active,
        Optional<String> back,
        List<Version> versions,
        List<Draft> drafts,
        Optional<String> done,
        Optional<String> fault) {

    /** A version in words. */
    public record Version(String label, Moment at, String by, String writtenBy, String reason, boolean judges) {

        public String address() {
            return "/policies/version?of=" + URLEncoder.encode(label, StandardCharsets.UTF_8);
        }
    }

    /**
     * What somebody is writing.
     *
     * @param state in words, such as “tried over 1,000 drafts”
     */
    public record Draft(String author, String label, Moment savedAt, String state) {}

    /** Whether the reader may write a draft and has none. */
    public boolean mayBegin() {
        return frame.viewer().editsPolicies()
                && drafts.stream()
                        .noneMatch(each -> each.author().equals(frame.viewer().id()));
    }
}
