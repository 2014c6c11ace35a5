package org.imprimatur.approver;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Supplier;
import org.imprimatur.approver.notify.NotifySettings;
import org.imprimatur.approver.readmodel.ReviewTargets;
import org.imprimatur.approver.review.Terms;
import org.imprimatur.approver.topology.ReviewTopology;
import org.imprimatur.kit.settings.Settings;
import org.imprimatur.kit.streams.StreamsSettings;
import org.imprimatur.schemas.Topics;
import org.imprimatur.schemas.wire.Wire;

/**
 * What the approver needs to know.
 *
 * @param streams how the topology runs
 * @param replication copies of each record in topics that are missing and therefore created
 * @param registryKind how the wire format is spoken, {@code imprimatur} or {@code confluent}
 * @param registry where schemas are kept
 * @param readModel the SQLite file; whoever deletes it loses nothing but time
 * @param presence the SQLite file of who looks at what; whoever deletes it loses a minute
 * @param evidenceKey the file of the key that seals evidence; made when it is first needed, and to be kept
 * @param answerWithin how long a person waits for the answer to a command
 * @param terms what the organization settles about reviews
 * @param targets how long held drafts may wait for a decision
 * @param registers the SQLite file of accounts and authorizations; disposable too
 * @param own the SQLite file of drafts in writing and saved views; disposable too
 * @param notices who is told outside the console
 * @param rehearsed how many past revisions a dry run of rules looks at
 */
public record ApproverSettings(
        StreamsSettings streams,
        short replication,
        String registryKind,
        URI registry,
        Path readModel,
        Path presence,
        Path evidenceKey,
        Duration answerWithin,
        Terms terms,
        ReviewTargets targets,
        Path registers,
        Path own,
        NotifySettings notices,
        int rehearsed) {

    public ApproverSettings {
        if (answerWithin.isNegative() || answerWithin.isZero()) {
            throw new IllegalArgumentException("approver.answer-within: must be longer than nothing");
        }
    }

    /**
     * Reads {@code kafka.bootstrap}, {@code kafka.replication}, {@code registry.kind}, {@code registry.url} and {@code
     * approver.folder}, {@code .threads}, {@code .commit-interval}, {@code .standby-replicas}, {@code .instance}, {@code
     * .evidence-key}, {@code .answer-within}, {@code .undo}, {@code .second-look}, {@code .due.severe}, {@code .due.mild}, {@code .policy-history},
     * and those of {@link NotifySettings}.
     */
    public static ApproverSettings read(Settings settings) {
        short replication = (short) settings.number("kafka.replication", 1, 1, 9);
        String registryKind = settings.text("registry.kind", Wire.OURS);
        URI registry = settings.uri("registry.url", "http://localhost:8081");
        Path folder = settings.path("approver.folder", "imprimatur-data/approver");
        Path evidenceKey = settings.path(
                "approver.evidence-key", folder.resolve("evidence-key.pem").toString());
        Supplier<StreamsSettings> streams = StreamsSettings.read(
                settings,
                ReviewTopology.SERVICE,
                folder.resolve("streams"),
                Topics.deadLetters(ReviewTopology.SERVICE));
        Duration answerWithin = settings.duration("approver.answer-within", Duration.ofSeconds(8));
        Duration undo = settings.duration("approver.undo", Terms.USUAL.undo());
        int secondLook = settings.number("approver.second-look", Terms.USUAL.secondLookPercent(), 0, 100);
        Duration severe = settings.duration("approver.due.severe", Duration.ofHours(4));
        Duration mild = settings.duration("approver.due.mild", Duration.ofHours(24));
        int rehearsed = settings.number("approver.policy-history", 1_000, 1, 100_000);
        Supplier<NotifySettings> notices = NotifySettings.read(settings);
        return settings.complete(() -> new ApproverSettings(
                streams.get(),
                replication,
                registryKind,
                registry,
                folder.resolve("read-model.sqlite"),
                folder.resolve("presence.sqlite"),
                evidenceKey,
                answerWithin,
                new Terms(undo, secondLook),
                new ReviewTargets(severe, mild),
                folder.resolve("registers.sqlite"),
                folder.resolve("own.sqlite"),
                notices.get(),
                rehearsed));
    }
}
