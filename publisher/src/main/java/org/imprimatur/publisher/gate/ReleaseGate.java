package org.imprimatur.publisher.gate;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.imprimatur.publisher.delivery.Delivery;
import org.imprimatur.publisher.delivery.Stage;

/** The last look before something goes out; total and deterministic, and in doubt it doesn't go out. */
public final class ReleaseGate {
    /** An account may reach the gate a little after the first release to it, since two topics have no common order. */
    static final Duration PATIENCE_FOR_AN_ACCOUNT = Duration.ofSeconds(10);
    /** So often a post is judged again before a person is asked, so that two who never agree do not go on for ever. */
    static final int MOST_ROUNDS = 12;

    private static final Duration LOOKS_FOR_AN_ACCOUNT = Duration.ofSeconds(1);

    private final Set<String> platforms;

    /**
     * A gate in front of these platforms.
     *
     * @param platforms those that have a connector, in lower case
     */
    public ReleaseGate(Set<String> platforms) {
        this.platforms = Set.copyOf(platforms);
    }

    /**
     * Decides about a release, new or waiting.
     *
     * @param ledger what is known of the post so far
     */
    public Decision decide(Clearance release, Circumstances known, PostLedger ledger, Instant now) {
        Optional<Delivery> before = ledger.of(release.id());
        if (before.filter(d -> !d.status().stage().isAtTheGate()).isPresent()) {
            return new Decision.Ignore("revision and account were decided before");
        }
        if (before.filter(d -> !d.terms().contentHash().equals(release.hashes().cleared()))
                .isPresent()) {
            return new Decision.Ignore("other content waits under the same revision and account");
        }
        if (!release.hashes().agree()) {
            return Decision.End.refused("the content is not what was cleared: its hash differs");
        }
        if (ledger.newestRevision() > release.id().revision()) {
            return Decision.End.cancelled(superseded(ledger.newestRevision()));
        }
        if (before.filter(d -> d.round() >= MOST_ROUNDS && d.status().stage() == Stage.RECHECKED)
                .isPresent()) {
            return Decision.End.refused("it was judged again " + MOST_ROUNDS
                    + " times, and what it was cleared under never was what holds; ask who runs the analyzer");
        }
        return Recheck.standing(release, known, now)
                .<Decision>map(end -> end)
                .orElseGet(() -> whenDue(release, known, now));
    }

    private Decision whenDue(Clearance release, Circumstances known, Instant now) {
        if (known.account().isEmpty()) {
            return missing(release, now);
        }
        Destination account = known.account().get();
        if (!platforms.contains(account.platform())) {
            return Decision.End.refused("no connector for the platform '" + account.platform() + "' of account "
                    + release.id().account() + " is set up here");
        }
        return release.scheduledAt()
                .filter(now::isBefore)
                .<Decision>map(later -> new Decision.Wait(earlier(later, release.expiresAt()), "scheduled"))
                .orElseGet(() -> Recheck.atTheSlot(release, known, account, now)
                        .orElseGet(() -> new Decision.Publish(account.platform())));
    }

    /** How a newer revision is explained. */
    public static String superseded(int newer) {
        return "revision " + newer + " came before it went out";
    }

    private static Instant earlier(Instant due, Optional<Instant> expiry) {
        return expiry.filter(due::isAfter).orElse(due);
    }

    private static Decision missing(Clearance release, Instant now) {
        String reason = "account " + release.id().account() + " is not known";
        Instant patienceEnds = release.releasedAt().plus(PATIENCE_FOR_AN_ACCOUNT);
        return now.isBefore(patienceEnds)
                ? new Decision.Wait(now.plus(LOOKS_FOR_AN_ACCOUNT), reason + " yet")
                : Decision.End.refused(reason);
    }
}
