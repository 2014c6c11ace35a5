package org.imprimatur.approver.web;

import io.javalin.http.Context;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.imprimatur.approver.readmodel.HistoryRow;
import org.imprimatur.approver.readmodel.PostView;
import org.imprimatur.approver.readmodel.ReadModel;
import org.imprimatur.approver.readmodel.RecordScope;
import org.imprimatur.approver.readmodel.Register;
import org.imprimatur.approver.web.view.Viewer;
import org.imprimatur.kit.web.ProblemException;

/** Histories to take away: as a table, as lines, and sealed with everything that belongs to them. */
final class EvidenceFiles {
    /** Where each history ends stays in memory until the packet is sealed. */
    static final int MOST_POSTS = 100_000;

    private final Visitors visitors;
    private final VisiblePosts visible;
    private final ReadModel readModel;
    private final Register register;
    private final Evidence evidence;
    private final InstantSource clock;
    private final Semaphore accountPackets = new Semaphore(1);

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
        readModel.records(
                RecordScope.ofPost(postId),
                records -> context.result(
                        evidence.history(postId, records, clock.instant()).getBytes(StandardCharsets.UTF_8)));
    }

    /** {@code GET /posts/{id}/evidence.zip}. */
    void ofPost(Context context) {
        String postId = auditable(context).postId();
        packet(context, "evidence-" + postId + ".zip", "post " + postId, RecordScope.ofPost(postId));
    }

    /** {@code GET /history/accounts/{account}/evidence.zip?from&until}, days in UTC on which posts were handed in. */
    void ofAccount(Context context) {
        Viewer viewer = visitors.requireSomewhere(context, "auditor", "administrator");
        String account = context.pathParam("account");
        if (!viewer.at(account, visitors.groups()).seals()) {
            throw ProblemException.of(403, "Your role does not count for the group of this account.");
        }
        Optional<LocalDate> from = Asked.day(asked(context, "from"));
        Optional<LocalDate> until = Asked.day(asked(context, "until"));
        RecordScope scope =
                RecordScope.ofAccount(account, from.map(Asked::start), until.map(day -> Asked.start(day.plusDays(1))));
        if (readModel.posts(scope, MOST_POSTS + 1) > MOST_POSTS) {
            throw ProblemException.of(
                    409,
                    "These are more than " + MOST_POSTS
                            + " posts, too many for one packet. Go back and choose days, such as one year after the "
                            + "other: each packet verifies on its own.");
        }
        if (!accountPackets.tryAcquire()) {
            throw ProblemException.of(503, "Somebody else's packet is being made. Try again in a minute.");
        }
        try {
            String when = from.map(day -> " from " + day).orElse("")
                    + until.map(day -> " until " + day).orElse("");
            String name = "evidence-" + account.replaceAll("[^A-Za-z0-9._-]", "_") + when.replace(' ', '-') + ".zip";
            packet(context, name, "account " + account + when, scope);
        } finally {
            accountPackets.release();
        }
    }

    /** Made on disk, where only this program reads it, and gone as soon as it was sent. */
    private void packet(Context context, String name, String about, RecordScope scope) {
        try {
            Path made = Files.createTempFile("evidence", ".zip");
            try {
                write(made, about, scope);
                context.result(Files.newInputStream(made, StandardOpenOption.DELETE_ON_CLOSE));
                file(context, "application/zip", name);
            } catch (IOException | RuntimeException failed) {
                Files.deleteIfExists(made);
                throw failed;
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException("the packet can't be made", unwritable);
        }
    }

    private void write(Path to, String about, RecordScope scope) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(to))) {
            readModel.records(scope, records -> {
                try {
                    evidence.packet(out, about, records, register, clock.instant());
                } catch (IOException unwritable) {
                    throw new UncheckedIOException(unwritable);
                }
            });
        }
    }

    private static String asked(Context context, String name) {
        return Optional.ofNullable(context.queryParam(name)).orElse("").strip();
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
