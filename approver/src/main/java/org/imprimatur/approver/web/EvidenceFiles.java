package org.imprimatur.approver.web;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.imprimatur.approver.readmodel.HistoryRow;
import org.imprimatur.approver.readmodel.PostFilter;
import org.imprimatur.approver.readmodel.PostView;
import org.imprimatur.approver.readmodel.ReadModel;
import org.imprimatur.approver.readmodel.Records;
import org.imprimatur.approver.readmodel.Register;
import org.imprimatur.approver.web.view.Viewer;
import org.imprimatur.kit.web.ProblemException;

/** Histories to take away: as a table, as lines, and sealed with everything that belongs to them. */
final class EvidenceFiles {
    /** More at once would not fit into memory beside everything else. */
    static final int MOST_POSTS = 2_000;

    private final Visitors visitors;
    private final VisiblePosts visible;
    private final ReadModel readModel;
    private final Register register;
    private final Evidence evidence;
    private final InstantSource clock;

    EvidenceFiles(
            Visitors visitors,
            VisiblePosts visible,
            ReadModel readModel,
            Register register,
            Evidence evidence,
            InstantSource clock) {
        this.visitors = visitors;
        this.visible = visible;
        this.readModel = readModel;
        this.register = register;
        this.evidence = evidence;
        this.clock = clock;
    }

    /** {@code GET /posts/{id}/history.csv}; who wrote the post gets it without what colleagues noted. */
    void table(Context context) {
        VisiblePosts.Seen seen = visible.require(context, visitors.require(context));
        PostView post = seen.post();
        boolean notes = VisiblePosts.mayReadNotes(seen);
        List<HistoryRow> rows = readModel.history(post.postId()).stream()
                .map(row -> notes ? row : row.withoutNote())
                .toList();
        file(context, "text/csv; charset=utf-8", "history-" + post.postId() + ".csv");
        context.result(HistoryTable.of(rows).getBytes(StandardCharsets.UTF_8));
    }

    /** {@code GET /posts/{id}/history.jsonl}, which {@code verify-audit} checks. */
    void lines(Context context) {
        String postId = auditable(context).postId();
        file(context, "application/jsonl; charset=utf-8", "history-" + postId + ".jsonl");
        context.result(readModel.records(postId).history().stream()
                .map(line -> line + "\n")
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.UTF_8));
    }

    /** {@code GET /posts/{id}/evidence.zip}. */
    void ofPost(Context context) {
        String postId = auditable(context).postId();
        byte[] packet = packet("post " + postId, readModel.records(postId));
        file(context, "application/zip", "evidence-" + postId + ".zip");
        context.result(packet);
    }

    /** {@code GET /history/accounts/{account}/evidence.zip}. */
    void ofAccount(Context context) {
        Viewer viewer = visitors.requireSomewhere(context, "auditor", "administrator");
        String account = context.pathParam("account");
        if (!viewer.at(account, visitors.groups()).seals()) {
            throw ProblemException.of(403, "Your role does not count for the group of this account.");
        }
        int posts = readModel
                .posts(new PostFilter(
                        "", Optional.empty(), Optional.of(account), Optional.empty(), Optional.empty(), 0, 1))
                .total();
        if (posts > MOST_POSTS) {
            throw ProblemException.of(
                    409,
                    "This account has more than " + MOST_POSTS
                            + " posts, too many for one packet. Take the packets of the posts that matter.");
        }
        byte[] packet = packet("account " + account, readModel.recordsOfAccount(account));
        file(context, "application/zip", "evidence-" + account.replaceAll("[^A-Za-z0-9._-]", "_") + ".zip");
        context.result(packet);
    }

    private byte[] packet(String about, Records records) {
        return evidence.packet(about, records, register.lines(records.authorizations()), clock.instant());
    }

    /** {@code GET /history/key.pem}: what evidence is checked with. */
    void key(Context context) {
        visitors.requireSomewhere(context, "reviewer", "auditor", "administrator");
        file(context, "application/x-pem-file", "imprimatur-evidence-key.pem");
        context.result(evidence.publicKey().pem());
    }

    /** Evidence holds what colleagues noted, so it is not for who wrote the post. */
    private PostView auditable(Context context) {
        Viewer viewer = visitors.requireSomewhere(context, "reviewer", "auditor", "administrator");
        VisiblePosts.Seen seen = visible.require(context, viewer);
        if (!seen.viewer().audits()) {
            throw ProblemException.of(403, "Your role does not count for the account of this post.");
        }
        if (!VisiblePosts.mayReadNotes(seen)) {
            throw ProblemException.of(403, "You wrote or edited this post, so somebody else takes its evidence.");
        }
        return seen.post();
    }

    private static void file(Context context, String type, String name) {
        context.contentType(type)
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .header("Cache-Control", "no-store");
    }
}
