package org.imprimatur.approver.web.policy;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import org.imprimatur.approver.web.Asked;
import org.imprimatur.approver.web.Pages;
import org.imprimatur.approver.web.Visitors;
import org.imprimatur.approver.web.policy.PolicyScreens.Told;
import org.imprimatur.approver.web.view.Frame;
import org.imprimatur.approver.web.view.Viewer;
import org.imprimatur.approver.wire.administration.Administration;
import org.imprimatur.approver.wire.administration.Deed;
import org.imprimatur.kit.web.ProblemException;

/** The versions of the rules, and the way back to an earlier one. */
record PolicyPages(
        Pages pages,
        Visitors visitors,
        PolicyDesk desk,
        Administration administration,
        PolicyScreens screens,
        InstantSource clock,
        Supplier<String> ids) {
    static final String EDITOR = "policy-editor";
    static final String ADMINISTRATOR = "administrator";
    static final String AUDITOR = "auditor";

    /** {@code GET /policies}. */
    void list(Context context) {
        Told told = Optional.ofNullable(context.queryParam("done"))
                .map(label -> Told.done(label + " judges from now on. Posts that wait to go out are checked again."))
                .filter(done -> judges(context))
                .orElse(Told.NOTHING);
        show(context, told);
    }

    /** {@code GET /policies/version?of=LABEL}. */
    void version(Context context) {
        String label = Optional.ofNullable(context.queryParam("of")).orElse("");
        Frame frame = frame(context, label);
        pages.show(context, "policy/version", screens.policy(frame, find(label)));
    }

    /** {@code POST /policies/restore}: one click by one person, because two once published it. */
    void restore(Context context) {
        Viewer viewer = visitors.require(context, EDITOR, ADMINISTRATOR);
        PolicyDesk.Edition edition = find(Asked.field(context, "label"));
        String reason = Asked.field(context, "reason");
        String before = desk.active().map(PolicyDesk.Edition::label).orElse("none");
        record(viewer, Deed.Kind.POLICY_RESTORED, edition.label(), "from " + before, reason);
        var faults = desk.restore(
                edition.label(),
                new PolicyDesk.Signature(viewer.id(), edition.signature().writtenBy(), reason));
        if (faults.isEmpty()) {
            context.redirect(judging(edition.label()), HttpStatus.SEE_OTHER);
            return;
        }
        context.status(HttpStatus.UNPROCESSABLE_CONTENT);
        show(context, Told.fault("It can’t judge any more: " + faults.get(0).what() + "."));
    }

    /** The list, saying that these rules judge from now on. */
    static String judging(String label) {
        return "/policies?done=" + URLEncoder.encode(label, StandardCharsets.UTF_8);
    }

    void record(Viewer viewer, Deed.Kind kind, String label, String detail, String reason) {
        administration.record(new Deed(ids.get(), kind, viewer.id(), label, detail, reason, clock.instant()));
    }

    Frame frame(Context context, String title) {
        return new Frame(title, Frame.Tab.POLICIES, visitors.require(context, EDITOR, ADMINISTRATOR, AUDITOR));
    }

    private void show(Context context, Told told) {
        Frame frame = frame(context, "Rules");
        pages.show(context, "policy/policies", screens.policies(frame, administration.policyDrafts(), told));
    }

    private boolean judges(Context context) {
        return desk.active()
                .filter(active -> active.label().equals(context.queryParam("done")))
                .isPresent();
    }

    private PolicyDesk.Edition find(String label) {
        return desk.versions().stream()
                .filter(each -> each.label().equals(label))
                .findFirst()
                .orElseThrow(() -> ProblemException.of(404, "No rules of this name and version ever judged."));
    }
}
