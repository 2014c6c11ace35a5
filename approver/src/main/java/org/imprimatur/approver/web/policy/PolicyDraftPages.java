package org.imprimatur.approver.web.policy;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Optional;
import org.imprimatur.approver.web.Asked;
import org.imprimatur.approver.web.policy.PolicyScreens.Told;
import org.imprimatur.approver.web.view.Frame;
import org.imprimatur.approver.web.view.Viewer;
import org.imprimatur.approver.wire.administration.Administration;
import org.imprimatur.approver.wire.administration.Deed;
import org.imprimatur.approver.wire.administration.PolicyDraft;
import org.imprimatur.kit.web.ProblemException;

/** Drafts of rules: written by one person, tried over the past, published by another. */
record PolicyDraftPages(PolicyPages policies, PolicyScreens screens, DryRuns runs) {
    private static final int LONGEST_REASON = 500;

    /** {@code GET /policies/drafts/{author}}; a writer without a draft begins with the rules that judge. */
    void draft(Context context) {
        show(context, "", Told.NOTHING);
    }

    /** {@code POST /policies/drafts/{author}}: keeps it, sound or not. */
    void save(Context context) {
        Viewer viewer = writer(context);
        String text = Optional.ofNullable(context.formParam("pack")).orElse("").replace("\r\n", "\n");
        if (text.isBlank() || text.length() > PolicyDraft.LONGEST) {
            refuse(context, "", "A pack has 1 to 200,000 characters. Nothing was saved.");
            return;
        }
        PolicyDraft draft = new PolicyDraft(
                viewer.id(), text, policies.clock().instant(), find(viewer.id()).flatMap(PolicyDraft::trial));
        administration().keep(draft);
        context.redirect("/policies/drafts/" + viewer.id() + "?done=saved", HttpStatus.SEE_OTHER);
    }

    /** {@code POST /policies/drafts/{author}/discard}. */
    void discard(Context context) {
        administration().forgetPolicyDraft(writer(context).id());
        context.redirect("/policies", HttpStatus.SEE_OTHER);
    }

    /** {@code POST /policies/drafts/{author}/try}: begins a dry run. */
    void rehearse(Context context) {
        Viewer viewer = publisher(context);
        PolicyDraft draft = required(context);
        PolicyDesk.Reading reading = policies.desk().read(draft.text());
        if (!reading.faults().isEmpty()) {
            refuse(context, "", "Mend the mistakes first; rules with mistakes judge nothing.");
            return;
        }
        policies.record(viewer, Deed.Kind.POLICY_TRIED, reading.label(), "written by " + draft.author(), "");
        runs.begin(draft);
        context.redirect("/policies/drafts/" + draft.author() + "#trial", HttpStatus.SEE_OTHER);
    }

    /** {@code GET /policies/drafts/{author}/trial}: the part of the page that tells how far it has come. */
    void trial(Context context) {
        Frame frame = policies.frame(context, "Draft of rules");
        PolicyDraft draft = required(context);
        policies.pages().show(context, "policy/trial", screens.draft(frame, draft, true, "", Told.NOTHING));
    }

    /** {@code POST /policies/drafts/{author}/publish}: by somebody else than who wrote it, with a reason. */
    void publish(Context context) {
        Viewer viewer = publisher(context);
        PolicyDraft draft = required(context);
        String reason = Asked.field(context, "reason");
        PolicyDesk.Reading reading = policies.desk().read(draft.text());
        Optional<String> refusal = refusal(context, viewer, draft, reading, reason);
        if (refusal.isPresent()) {
            refuse(context, reason, refusal.get());
            return;
        }
        policies.record(viewer, Deed.Kind.POLICY_PUBLISHED, reading.label(), "written by " + draft.author(), reason);
        List<PolicyDesk.Fault> faults =
                policies.desk().publish(draft.text(), new PolicyDesk.Signature(viewer.id(), draft.author(), reason));
        if (!faults.isEmpty()) {
            refuse(context, reason, "It can’t be published: " + faults.get(0).what() + ".");
            return;
        }
        administration().forgetPolicyDraft(draft.author());
        context.redirect(PolicyPages.judging(reading.label()), HttpStatus.SEE_OTHER);
    }

    private Optional<String> refusal(
            Context context, Viewer viewer, PolicyDraft draft, PolicyDesk.Reading reading, String reason) {
        if (draft.author().equals(viewer.id())) {
            return Optional.of("Who wrote rules does not publish them. Ask a colleague or an administrator.");
        }
        if (!draft.fingerprint().equals(Asked.field(context, "fingerprint"))) {
            return Optional.of("The draft was changed after you opened this page. Read what it says now.");
        }
        if (!reading.faults().isEmpty()) {
            return Optional.of("It has mistakes; its author must mend them first.");
        }
        if (screens.trial(viewer, draft)
                .filter(trial -> trial.trial().finished() && trial.stale().isEmpty())
                .isEmpty()) {
            return Optional.of("Try it over the past first, against the rules in force.");
        }
        return reason.isBlank() || reason.length() > LONGEST_REASON
                ? Optional.of("Say why, in 1 to 500 characters; it stays in the record.")
                : Optional.empty();
    }

    private void refuse(Context context, String reason, String fault) {
        context.status(HttpStatus.UNPROCESSABLE_CONTENT);
        show(context, reason, Told.fault(fault));
    }

    private void show(Context context, String reason, Told told) {
        String author = context.pathParam("author");
        Frame frame = policies.frame(context, "Draft of rules");
        Optional<PolicyDraft> kept = find(author);
        Told tell = "saved".equals(context.queryParam("done")) ? Told.done("Saved.") : told;
        PolicyDraft draft = kept.or(() -> begun(frame.viewer(), author))
                .orElseThrow(() -> ProblemException.of(404, author(author)));
        policies.pages().show(context, "policy/draft", screens.draft(frame, draft, kept.isPresent(), reason, tell));
    }

    private static String author(String id) {
        return "There is no draft of rules by “" + id + "”; it may have been published or given up.";
    }

    private Optional<PolicyDraft> begun(Viewer viewer, String author) {
        return Optional.of(author)
                .filter(id -> id.equals(viewer.id()) && viewer.editsPolicies())
                .map(id -> new PolicyDraft(
                        id,
                        policies.desk()
                                .active()
                                .map(PolicyDesk.Edition::pack)
                                .orElse("name: house\nversion: \"1\"\nrules:\n"),
                        policies.clock().instant(),
                        Optional.empty()));
    }

    /** Nobody changes what somebody else writes. */
    private Viewer writer(Context context) {
        Viewer viewer = policies.visitors().require(context, PolicyPages.EDITOR);
        if (!viewer.id().equals(context.pathParam("author"))) {
            throw ProblemException.of(403, "This draft is somebody else’s. Only its author changes it.");
        }
        return viewer;
    }

    private Viewer publisher(Context context) {
        return policies.visitors().require(context, PolicyPages.EDITOR, PolicyPages.ADMINISTRATOR);
    }

    private PolicyDraft required(Context context) {
        String author = context.pathParam("author");
        return find(author).orElseThrow(() -> ProblemException.of(404, author(author)));
    }

    private Optional<PolicyDraft> find(String author) {
        return administration().policyDrafts().stream()
                .filter(each -> each.author().equals(author))
                .findFirst();
    }

    private Administration administration() {
        return policies.administration();
    }
}
