package org.imprimatur.approver.web.policy;

import java.util.List;
import java.util.Optional;
import org.imprimatur.approver.web.view.Frame;
import org.imprimatur.approver.web.view.Moment;

/**
 * A draft of rules.
 *
 * @param author who writes it
 * @param label name and version that it has given itself
 * @param text YAML as it was typed
 * @param fingerprint of the text, which a publication names
 * @param savedAt when it was kept; empty when it was not
 * @param faults everything that keeps it from being published
 * @param changes what it changes in the rules that judge
 * @param trial its dry run; empty when there is none of this text
 * @param most revisions that a dry run looks at
 * @param reason what was typed as the reason of a publication
 */
public record PolicyDraftScreen(
        Frame frame,
        String author,
        String label,
        String text,
        String fingerprint,
        Optional<Moment> savedAt,
        List<PolicyDesk.Fault> faults,
        List<DiffLine> changes,
        Optional<TrialView> trial,
        String most,
        String reason,
        Optional<String> done,
        Optional<String> fault) {

    /** Whether the reader wrote it and may go on. */
    public boolean own() {
        return author.equals(frame.viewer().id()) && frame.viewer().editsPolicies();
    }

    public boolean mayTry() {
        return savedAt.isPresent()
                && faults.isEmpty()
                && frame.viewer().publishesPolicies()
                && trial.filter(TrialView::running).isEmpty();
    }

    /** Whether the reader may publish it now. */
    public boolean mayPublish() {
        return frame.viewer().publishesPolicies()
                && !author.equals(frame.viewer().id())
                && faults.isEmpty()
                && tried();
    }

    /** Whether a dry run of exactly this text against the rules that judge is done. */
    public boolean tried() {
        return trial.filter(view -> view.trial().finished() && view.stale().isEmpty())
                .isPresent();
    }
}
