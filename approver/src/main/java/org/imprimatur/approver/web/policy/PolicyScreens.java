package org.imprimatur.approver.web.policy;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.imprimatur.approver.readmodel.ReadModel;
import org.imprimatur.approver.web.view.Frame;
import org.imprimatur.approver.web.view.Moment;
import org.imprimatur.approver.web.view.Viewer;
import org.imprimatur.approver.wire.administration.PolicyDraft;
import org.imprimatur.approver.wire.administration.PolicyTrial;

/** Rules, drafts of them and dry runs as screens. */
record PolicyScreens(PolicyDesk desk, ReadModel readModel, DryRuns runs, InstantSource clock) {

    /** What the reader did last, or what keeps them from it. */
    record Told(Optional<String> done, Optional<String> fault) {
        static final Told NOTHING = new Told(Optional.empty(), Optional.empty());

        static Told done(String sentence) {
            return new Told(Optional.of(sentence), Optional.empty());
        }

        static Told fault(String sentence) {
            return new Told(Optional.empty(), Optional.of(sentence));
        }
    }

    PoliciesScreen policies(Frame frame, List<PolicyDraft> drafts, Told told) {
        Optional<PolicyDesk.Edition> active = desk.active();
        List<PolicyDesk.Edition> versions = desk.versions();
        return new PoliciesScreen(
                frame,
                active.map(each -> version(each, active)),
                back(active, versions),
                versions.stream().map(each -> version(each, active)).toList(),
                drafts.stream().map(this::line).toList(),
                told.done(),
                told.fault());
    }

    PolicyScreen policy(Frame frame, PolicyDesk.Edition edition) {
        return new PolicyScreen(
                frame,
                version(edition, desk.active()),
                desk.read(edition.pack()).rules(),
                edition.pack());
    }

    PolicyDraftScreen draft(Frame frame, PolicyDraft draft, boolean saved, String reason, Told told) {
        PolicyDesk.Reading reading = desk.read(draft.text());
        Optional<PolicyDesk.Edition> active = desk.active();
        return new PolicyDraftScreen(
                frame,
                draft.author(),
                reading.label(),
                draft.text(),
                draft.fingerprint(),
                saved ? Optional.of(Moment.of(draft.savedAt(), clock.instant())) : Optional.empty(),
                reading.faults(),
                DiffLine.between(active.map(PolicyDesk.Edition::pack).orElse(""), draft.text()),
                trial(frame.viewer(), draft),
                String.format(java.util.Locale.ENGLISH, "%,d", runs.most()),
                reason,
                told.done(),
                told.fault());
    }

    /** The dry run of the draft's text as it is now. */
    Optional<TrialView> trial(Viewer viewer, PolicyDraft draft) {
        Instant now = clock.instant();
        String active = desk.active().map(PolicyDesk.Edition::label).orElse("");
        return draft.ownTrial()
                .map(trial -> new TrialView(
                        draft.author(),
                        trial,
                        DryRuns.isRunning(trial, now),
                        trial.against().equals(active)
                                ? Optional.empty()
                                : Optional.of("It was compared with " + trial.against() + ", and now " + active
                                        + " judges. Try it again."),
                        Moment.of(trial.begunAt(), now),
                        examples(viewer, trial.held()),
                        examples(viewer, trial.passed()),
                        examples(viewer, trial.disputed())));
    }

    /** The version that judged before: the newest among those that are older than the one that judges. */
    private static Optional<String> back(Optional<PolicyDesk.Edition> active, List<PolicyDesk.Edition> versions) {
        return versions.stream()
                .map(PolicyDesk.Edition::label)
                .dropWhile(label ->
                        active.filter(each -> each.label().equals(label)).isEmpty())
                .skip(1)
                .findFirst();
    }

    private PoliciesScreen.Version version(PolicyDesk.Edition edition, Optional<PolicyDesk.Edition> active) {
        return new PoliciesScreen.Version(
                edition.label(),
                Moment.of(edition.at(), clock.instant()),
                edition.signature().by(),
                edition.signature().writtenBy(),
                edition.signature().reason(),
                active.filter(each -> each.label().equals(edition.label())).isPresent());
    }

    private PoliciesScreen.Draft line(PolicyDraft draft) {
        PolicyDesk.Reading reading = desk.read(draft.text());
        return new PoliciesScreen.Draft(
                draft.author(),
                reading.label(),
                Moment.of(draft.savedAt(), clock.instant()),
                state(draft, reading.faults().size()));
    }

    private String state(PolicyDraft draft, int faults) {
        if (faults > 0) {
            return faults == 1 ? "One mistake to mend" : faults + " mistakes to mend";
        }
        return draft.ownTrial()
                .map(trial -> trial.finished()
                        ? "Tried: %d newly held, %d newly passed"
                                .formatted(
                                        trial.figures().newlyHeld(),
                                        trial.figures().newlyPassed())
                        : DryRuns.isRunning(trial, clock.instant()) ? "Being tried" : "The dry run stopped")
                .orElse("Not tried yet");
    }

    private List<TrialView.Example> examples(Viewer viewer, List<PolicyTrial.Example> examples) {
        return examples.stream()
                .map(one -> new TrialView.Example(
                        one.postId(), one.revision(), text(one), one.rules(), one.decision(), viewer.audits()))
                .toList();
    }

    private String text(PolicyTrial.Example example) {
        return readModel.post(example.postId()).stream()
                .flatMap(post -> post.revisions().stream())
                .map(revision -> revision.content())
                .filter(content -> content.revision() == example.revision())
                .map(content -> content.text())
                .findFirst()
                .orElse("");
    }
}
