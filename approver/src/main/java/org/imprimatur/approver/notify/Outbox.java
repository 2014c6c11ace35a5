package org.imprimatur.approver.notify;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.imprimatur.approver.wire.Occurrence;
import org.imprimatur.kit.log.Fingerprint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is still to be told: held posts are gathered for a digest, everything else goes at once. A notice that no channel
 * takes stays and is tried again. For one thread.
 */
final class Outbox {
    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);
    private static final int MOST_ATTEMPTS = 8;

    private final List<Channel> channels;
    private final URI console;
    private final Duration digestEvery;
    private final MeterRegistry meters;
    private final List<Pending> pending = new ArrayList<>();
    private final Set<String> heldPosts = new TreeSet<>();
    private Optional<Instant> digestAt = Optional.empty();

    private record Pending(Channel channel, Notice notice, int attempts, Instant notBefore) {}

    Outbox(List<Channel> channels, URI console, Duration digestEvery, MeterRegistry meters) {
        this.channels = List.copyOf(channels);
        this.console = console;
        this.digestEvery = digestEvery;
        this.meters = meters;
    }

    /** What happened, and who wrote the post that it happened to. */
    void take(Occurrence occurrence, Set<String> authors, Instant now) {
        switch (occurrence.kind()) {
            case HELD -> {
                heldPosts.add(occurrence.postId());
                digestAt = digestAt.or(() -> Optional.of(now.plus(digestEvery)));
            }
            case SETTLED -> heldPosts.remove(occurrence.postId());
            case CHANGES_REQUESTED -> toAuthors(Notice.Kind.CHANGES_REQUESTED, occurrence, authors, now);
            case REJECTED -> toAuthors(Notice.Kind.REJECTED, occurrence, authors, now);
            case UNCONFIRMED ->
                add(
                        new Notice(
                                occurrence.id(),
                                Notice.Kind.UNCONFIRMED,
                                Set.of(),
                                1,
                                link("/posts/" + occurrence.postId())),
                        now);
        }
    }

    private void toAuthors(Notice.Kind kind, Occurrence occurrence, Set<String> authors, Instant now) {
        if (!authors.isEmpty()) {
            add(new Notice(occurrence.id(), kind, authors, 1, link("/posts/" + occurrence.postId())), now);
        }
    }

    /** Sends what is due; says whether nothing is left to be told. */
    boolean flush(Instant now) {
        if (digestAt.filter(due -> !now.isBefore(due)).isPresent()) {
            digestAt = Optional.empty();
            if (!heldPosts.isEmpty()) {
                String id = "held-" + now.toEpochMilli();
                add(new Notice(id, Notice.Kind.HELD, Set.of(), heldPosts.size(), link("/queue")), now);
                heldPosts.clear();
            }
        }
        List<Pending> due =
                pending.stream().filter(each -> !now.isBefore(each.notBefore())).toList();
        pending.removeAll(due);
        due.forEach(each -> attempt(each, now));
        return pending.isEmpty() && digestAt.isEmpty();
    }

    private void attempt(Pending each, Instant now) {
        try {
            each.channel().send(each.notice());
            count(each, "sent");
        } catch (IOException | RuntimeException notTaken) {
            int attempts = each.attempts() + 1;
            LOG.atWarn()
                    .addKeyValue("channel", each.channel().name())
                    .addKeyValue("notice", each.notice().id())
                    .addKeyValue("attempt", attempts)
                    .addKeyValue("cause", Fingerprint.of(notTaken))
                    .log("notice_not_taken");
            if (attempts < MOST_ATTEMPTS) {
                pending.add(new Pending(each.channel(), each.notice(), attempts, now.plusSeconds(1L << attempts)));
            } else {
                count(each, "given_up");
            }
        }
    }

    private void add(Notice notice, Instant now) {
        channels.forEach(channel -> pending.add(new Pending(channel, notice, 0, now)));
    }

    private URI link(String path) {
        return console.resolve(path);
    }

    private void count(Pending each, String outcome) {
        meters.counter("approver.notices", "channel", each.channel().name(), "outcome", outcome)
                .increment();
    }
}
