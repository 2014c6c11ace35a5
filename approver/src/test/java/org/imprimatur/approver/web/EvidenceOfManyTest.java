package org.imprimatur.approver.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imprimatur.approver.wire.Samples.MONDAY;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.zip.ZipFile;
import org.imprimatur.approver.audit.Audit;
import org.imprimatur.approver.audit.Report;
import org.imprimatur.approver.audit.SealingKey;
import org.imprimatur.approver.readmodel.MemoryRows;
import org.imprimatur.approver.readmodel.ProjectedLog;
import org.imprimatur.approver.readmodel.ProjectedRegister;
import org.imprimatur.approver.readmodel.ReadModel;
import org.imprimatur.approver.readmodel.RecordScope;
import org.imprimatur.approver.readmodel.Register;
import org.imprimatur.approver.readmodel.RegisterProjector;
import org.imprimatur.approver.readmodel.ReviewTargets;
import org.imprimatur.approver.wire.LivePost;
import org.imprimatur.approver.wire.Samples;
import org.imprimatur.schemas.Topics;
import org.imprimatur.schemas.wire.Wire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packet of an account with some thousands of posts; {@code -Devidence.posts=100000} makes the largest there may be. */
class EvidenceOfManyTest {
    private static final int POSTS = Integer.getInteger("evidence.posts", 5_000);
    private static final String ACCOUNT = "outbox";

    @TempDir
    private Path folder;

    private final Wire wire = Wire.inMemory();
    private final Samples samples = new Samples(wire);
    private final Register register =
            new ProjectedRegister(new ProjectedLog(new RegisterProjector(), InstantSource.system()), wire);

    @Test
    void everyPostOfALargeAccountIsInThePacketAndVerifiesOffline() throws IOException {
        try (MemoryRows rows = new MemoryRows(wire)) {
            fill(rows);
            ReadModel model = new ReadModel(rows, wire, new ReviewTargets(Duration.ofHours(4), Duration.ofHours(24)));
            long start = System.nanoTime();

            Path packet = packet(model, RecordScope.ofAccount(ACCOUNT, Optional.empty(), Optional.empty()));

            Duration made = Duration.ofNanos(System.nanoTime() - start);
            Report report = Audit.check(
                    packet, Optional.of(SealingKey.at(folder.resolve("key.pem")).publicKey()));
            System.out.printf(
                    "event=evidence posts=%d made_ms=%d bytes=%d%n", POSTS, made.toMillis(), Files.size(packet));
            assertThat(report.faults()).isEmpty();
            assertThat(report.posts()).isEqualTo(POSTS);
            assertThat(report.events()).isEqualTo(POSTS);
            assertThat(lines(packet, "revisions.jsonl")).isEqualTo(POSTS);
            assertThat(lines(packet, "verdicts.jsonl")).isEqualTo(POSTS);
        }
    }

    @Test
    void daysNarrowItToThePostsThatWereHandedInThen() throws IOException {
        try (MemoryRows rows = new MemoryRows(wire)) {
            hold(rows, "one");
            ReadModel model = new ReadModel(rows, wire, new ReviewTargets(Duration.ofHours(4), Duration.ofHours(24)));
            Instant handedIn =
                    model.post("one").orElseThrow().newest().content().submittedAt();

            assertThat(model.posts(RecordScope.ofAccount(ACCOUNT, Optional.of(handedIn), Optional.empty()), 9))
                    .isEqualTo(1);
            assertThat(model.posts(RecordScope.ofAccount(ACCOUNT, Optional.empty(), Optional.of(handedIn)), 9))
                    .isZero();
            Path packet = packet(model, RecordScope.ofAccount(ACCOUNT, Optional.empty(), Optional.of(handedIn)));
            assertThat(Audit.check(packet, Optional.empty()).faults()).isEmpty();
            assertThat(lines(packet, "revisions.jsonl")).isZero();
        }
    }

    private Path packet(ReadModel model, RecordScope scope) throws IOException {
        Path packet = folder.resolve("packet.zip");
        try (OutputStream out = Files.newOutputStream(packet)) {
            model.records(scope, records -> {
                try {
                    new Evidence(folder.resolve("key.pem"))
                            .packet(out, "account " + ACCOUNT, records, register, MONDAY);
                } catch (IOException unwritable) {
                    throw new UncheckedIOException(unwritable);
                }
            });
        }
        return packet;
    }

    private static long lines(Path packet, String name) throws IOException {
        try (ZipFile zip = new ZipFile(packet.toFile());
                BufferedReader text = new BufferedReader(
                        new InputStreamReader(zip.getInputStream(zip.getEntry(name)), StandardCharsets.UTF_8))) {
            return text.lines().count();
        }
    }

    private void fill(MemoryRows rows) {
        rows.together(() -> {
            for (int i = 0; i < POSTS; i++) {
                hold(rows, "post-" + i);
            }
        });
    }

    private void hold(MemoryRows rows, String postId) {
        String text = "What everybody may know about the flu clinic, said for post " + postId;
        rows.put(Topics.DRAFTS.name(), postId, samples.draft(postId, 1, text));
        rows.put(Topics.VERDICTS.name(), postId, samples.verdict(postId, 1, text, "HOLD", 1));
        new LivePost(wire, postId)
                .held(samples.held(postId, 1, text, "HOLD", 1), MONDAY)
                .forEach(event -> rows.put(Topics.REVIEW_EVENTS.name(), postId, event));
    }
}
