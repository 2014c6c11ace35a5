package org.imprimatur.publisher.gate;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** Whether what a release rests on still holds: asked by the gate when it lets out, and by the worker at each call. */
public final class Recheck {
    /** How long a thaw may go unnoticed. */
    static final Duration LOOKS_AT_FROZEN = Duration.ofSeconds(2);
    /** A new policy, or an authorization, may reach the gate a little after what was judged by it. */
    static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final Duration LOOKS_AGAIN = Duration.ofMillis(500);

    private Recheck() {}

    /** Why it does not go out at this moment; empty when it may. */
    public static Optional<Decision> now(Clearance release, Circumstances known, Instant now) {
        Optional<Decision> standing = standing(release, known, now).map(end -> end);
        return standing.or(() -> known.account()
                .map(account -> atTheSlot(release, known, account, now))
                .orElseGet(() -> Optional.of(new Decision.Wait(
                        now.plus(LOOKS_AT_FROZEN), "account " + release.id().account() + " is not known"))));
    }

    /** What ends it at any time, also long before its slot. */
    static Optional<Decision.End> standing(Clearance release, Circumstances known, Instant now) {
        Optional<Instant> tooLate = release.expiresAt().filter(at -> !now.isBefore(at));
        if (tooLate.isPresent()) {
            return tooLate.map(Decision.End::expired);
        }
        Optional<String> revoked = release.authorizations().stream()
                .filter(id -> Optional.ofNullable(known.consents().get(id))
                        .filter(Consent::revoked)
                        .isPresent())
                .findFirst();
        if (revoked.isPresent()) {
            return revoked.map(id -> Decision.End.cancelled(revoked(id)));
        }
        return release.media().stream()
                .flatMap(hash -> Optional.ofNullable(known.blocked().get(hash)).stream())
                .findFirst()
                .map(why -> Decision.End.refused("it shows a picture that may not go out: " + why));
    }

    /** What stands against it when it is due. */
    static Optional<Decision> atTheSlot(Clearance release, Circumstances known, Destination account, Instant now) {
        Optional<String> frozen = known.everythingFrozen()
                .map(why -> "everything is frozen: " + why)
                .or(() -> account.frozen().map(why -> "account " + release.id().account() + " is frozen: " + why));
        if (frozen.isPresent()) {
            return frozen.map(why -> new Decision.Wait(now.plus(LOOKS_AT_FROZEN), why));
        }
        if (!known.policyVersion().equals(release.policyVersion())) {
            return Optional.of(patiently(
                    release,
                    now,
                    Decision.End.rechecked("cleared under " + named(release.policyVersion()) + ", and now "
                            + named(known.policyVersion()) + " holds")));
        }
        return release.authorizations().stream()
                .flatMap(id -> unfit(release, id, known.consents(), account, now).stream())
                .findFirst();
    }

    /** How a revocation is explained. */
    public static String revoked(String authorization) {
        return "authorization " + authorization + " was revoked";
    }

    private static Optional<Decision> unfit(
            Clearance release, String id, Map<String, Consent> consents, Destination account, Instant now) {
        Consent consent = consents.get(id);
        if (consent == null) {
            return Optional.of(
                    patiently(release, now, Decision.End.refused("authorization " + id + " is not on file any more")));
        }
        LocalDate today = LocalDate.ofInstant(now, account.zone());
        if (consent.hasExpired(today)) {
            boolean before = consent.hasExpired(LocalDate.ofInstant(release.releasedAt(), account.zone()));
            String expired = "authorization " + id + " has expired";
            return Optional.of(before ? Decision.End.refused(expired) : Decision.End.rechecked(expired));
        }
        boolean covers = consent.platforms().contains(account.platform());
        return !covers && consent.changedAt().isAfter(release.releasedAt())
                ? Optional.of(Decision.End.rechecked(
                        "authorization " + id + " was changed and does not cover " + account.platform()))
                : Optional.empty();
    }

    private static Decision patiently(Clearance release, Instant now, Decision.End end) {
        return now.isBefore(release.releasedAt().plus(PATIENCE))
                ? new Decision.Wait(now.plus(LOOKS_AGAIN), "what it rests on is looked at again")
                : end;
    }

    private static String named(String policy) {
        return policy.isEmpty() ? "no policy" : "policy " + policy;
    }
}
