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
    /** How long a thaw may go unnoticed. */
    static final Duration LOOKS_AT_FROZEN = Duration.ofSeconds(2);

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
     * @param account its account as known now; empty when there is none by that id
     * @param ledger what was said about the post so far
     */
    public Decision decide(Clearance release, Optional<Destination> account, PostLedger ledger, Instant now) {
        Optional<Delivery> known = ledger.of(release.id());
        if (known.filter(d -> d.status().stage() != Stage.SCHEDULED).isPresent()) {
            return new Decision.Ignore("revision and account were decided before");
        }
        if (known.filter(d -> !d.contentHash().equals(release.clearedHash())).isPresent()) {
            return new Decision.Ignore("other content waits under the same revision and account");
        }
        if (!release.isOfWhatWasCleared()) {
            return new Decision.Refuse("the content is not what was cleared: its hash differs");
        }
        if (ledger.newestRevision() > release.id().revision()) {
            return new Decision.Refuse("revision " + ledger.newestRevision() + " was released before it went out");
        }
        return account.map(found -> decide(release, found, now)).orElseGet(() -> missing(release, now));
    }

    private Decision decide(Clearance release, Destination account, Instant now) {
        if (!platforms.contains(account.platform())) {
            return new Decision.Refuse("no connector for the platform '" + account.platform() + "' of account "
                    + release.id().account() + " is set up here");
        }
        Optional<Instant> later = release.scheduledAt().filter(now::isBefore);
        if (later.isPresent()) {
            return new Decision.Wait(later.get(), "scheduled");
        }
        return account.frozen()
                .<Decision>map(why -> new Decision.Wait(
                        now.plus(LOOKS_AT_FROZEN), frozen(release.id().account(), why)))
                .orElseGet(() -> new Decision.Publish(account.platform()));
    }

    /** How a wait for a thaw is explained. */
    public static String frozen(String account, String why) {
        return "account " + account + " is frozen: " + why;
    }

    private static Decision missing(Clearance release, Instant now) {
        String reason = "account " + release.id().account() + " is not known";
        Instant patienceEnds = release.releasedAt().plus(PATIENCE_FOR_AN_ACCOUNT);
        return now.isBefore(patienceEnds)
                ? new Decision.Wait(now.plus(LOOKS_FOR_AN_ACCOUNT), reason + " yet")
                : new Decision.Refuse(reason);
    }
}
