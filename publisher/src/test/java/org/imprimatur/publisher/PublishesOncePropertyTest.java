package org.imprimatur.publisher;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.imprimatur.publisher.delivery.Capability;
import org.imprimatur.publisher.delivery.Delivery;
import org.imprimatur.publisher.delivery.DeliveryId;
import org.imprimatur.publisher.delivery.Outcome;
import org.imprimatur.publisher.delivery.Receipt;
import org.imprimatur.publisher.delivery.Stage;
import org.imprimatur.publisher.delivery.Status;
import org.imprimatur.publisher.delivery.Terms;
import org.imprimatur.publisher.gate.Circumstances;
import org.imprimatur.publisher.gate.Clearance;
import org.imprimatur.publisher.gate.Decision;
import org.imprimatur.publisher.gate.Destination;
import org.imprimatur.publisher.gate.PostLedger;
import org.imprimatur.publisher.gate.ReleaseGate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Gate and deliveries over seeded sequences of releases (also repeated, altered, late), freezes, time, answers that are
 * lost, and a publisher that dies between sending and hearing.
 */
class PublishesOncePropertyTest {
    private static final int STEPS = 300;
    private static final Set<Capability> HARMLESS = Set.of(Capability.REPEATS_ARE_HARMLESS);
    private static final Set<Capability> CAN_ONLY_BE_ASKED = Set.of(Capability.CAN_BE_ASKED);

    static IntStream seeds() {
        return IntStream.range(0, 400);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void noSequencePublishesTwiceOrWhatWasNotClearedOrRefused(int seed) {
        World world = new World(new Random(seed), seed % 2 == 0 ? HARMLESS : CAN_ONLY_BE_ASKED);

        for (int step = 0; step < STEPS; step++) {
            world.oneStep();
            world.holds();
        }
    }

    /** A platform that may take a post and still give no answer; it knows repeats only where it says so. */
    private static final class Platform {
        private final Map<DeliveryId, Integer> publications = new HashMap<>();
        private final Set<Capability> capabilities;
        private final Random random;

        Platform(Random random, Set<Capability> capabilities) {
            this.random = random;
            this.capabilities = capabilities;
        }

        Outcome publish(Delivery armed, Instant now) {
            int dice = random.nextInt(8);
            if (dice < 4) {
                take(armed.id());
            }
            return switch (dice) {
                case 0, 1 -> new Outcome.Ok(new Receipt("live", Optional.empty()));
                case 2, 3, 4 -> new Outcome.Unknown("no answer");
                case 5 -> new Outcome.NotSent("refused");
                case 6 -> new Outcome.RateLimited(now.plusSeconds(random.nextInt(90)));
                default -> random.nextInt(4) == 0 ? new Outcome.Rejected("no") : new Outcome.Auth("401");
            };
        }

        Outcome find(DeliveryId id) {
            if (!capabilities.contains(Capability.CAN_BE_ASKED) || random.nextInt(5) == 0) {
                return new Outcome.Unknown("can't tell");
            }
            return publications.containsKey(id)
                    ? new Outcome.Ok(new Receipt("live", Optional.empty()))
                    : new Outcome.NotSent("not there");
        }

        private void take(DeliveryId id) {
            boolean known = capabilities.contains(Capability.REPEATS_ARE_HARMLESS);
            publications.merge(id, 1, (before, one) -> known ? before : before + one);
        }
    }

    private static final class World {
        private final Random random;
        private final Platform platform;
        private final ReleaseGate gate = new ReleaseGate(Set.of("outbox"));
        private final Map<DeliveryId, Delivery> gateSaid = new LinkedHashMap<>();
        private final Map<DeliveryId, Clearance> waiting = new LinkedHashMap<>();
        private final Map<DeliveryId, Delivery> log = new LinkedHashMap<>();
        private final Set<DeliveryId> everRefused = new HashSet<>();
        private final Map<String, Destination> accounts = new HashMap<>();
        private Instant now = Samples.NOW;

        World(Random random, Set<Capability> capabilities) {
            this.random = random;
            this.platform = new Platform(random, capabilities);
            accounts.put("harbor", new Destination("outbox", Optional.empty(), ZoneOffset.UTC));
            accounts.put("north", new Destination("myspace", Optional.empty(), ZoneOffset.UTC));
        }

        void oneStep() {
            now = now.plusSeconds(random.nextInt(30));
            switch (random.nextInt(6)) {
                case 0, 1 -> judge(release());
                case 2 -> new ArrayList<>(waiting.values()).forEach(this::judge);
                case 3 -> accounts.put("harbor", new Destination("outbox", maybe("incident"), ZoneOffset.UTC));
                default -> workOnOne();
            }
        }

        void holds() {
            assertThat(platform.publications.values()).allMatch(count -> count == 1);
            assertThat(platform.publications.keySet())
                    .allMatch(id -> id.account().equals("harbor"));
            assertThat(log.values())
                    .filteredOn(d -> d.attempt() > 0)
                    .allMatch(d -> !everRefused.contains(d.id()))
                    .allMatch(d -> d.terms().contentHash().equals("hash" + d.id().revision()));
        }

        private Clearance release() {
            DeliveryId id = new DeliveryId(
                    "p" + random.nextInt(3),
                    1 + random.nextInt(4),
                    List.of("harbor", "harbor", "north", "nowhere").get(random.nextInt(4)));
            String hash = "hash" + id.revision();
            String computed = random.nextInt(5) == 0 ? "other" : hash;
            return new Clearance(
                    id,
                    new Clearance.Hashes(hash, hash, computed),
                    "policy@1",
                    List.of(),
                    List.of(),
                    maybe("").map(x -> now.plusSeconds(random.nextInt(99))),
                    Optional.empty(),
                    now);
        }

        private void judge(Clearance release) {
            DeliveryId id = release.id();
            PostLedger ledger = new PostLedger(
                    gateSaid.values().stream()
                            .filter(d -> d.id().postId().equals(id.postId()))
                            .toList(),
                    0);
            Circumstances known = new Circumstances(
                    Optional.ofNullable(accounts.get(id.account())), Optional.empty(), "policy@1", Map.of(), Map.of());
            gate.decide(release, known, ledger, now)
                    .fold(new Decision.Fold<Boolean>(
                            publish -> said(release, new Status.Prepared()),
                            wait -> waits(release, wait),
                            end -> said(release, end.status()),
                            ignore -> false));
        }

        private boolean waits(Clearance release, Decision.Wait wait) {
            assertThat(wait.until()).isAfter(now);
            said(release, new Status.Scheduled(wait.until(), wait.reason()));
            waiting.put(release.id(), release);
            return true;
        }

        private boolean said(Clearance release, Status status) {
            Terms terms = new Terms(release.hashes().cleared(), "policy@1", "outbox", "key", Optional.of(now));
            Delivery delivery = Delivery.opened(release.id(), terms, status, now);
            gateSaid.put(release.id(), delivery);
            waiting.remove(release.id());
            if (status.stage() == Stage.PREPARED) {
                assertThat(release.hashes().computed())
                        .isEqualTo(release.hashes().cleared());
                assertThat(log.put(release.id(), delivery)).isNull();
            }
            if (status.stage().isFinal()) {
                everRefused.add(release.id());
            }
            return true;
        }

        /** Arms, calls and hears; or dies somewhere between, and the next one settles what it finds armed. */
        private void workOnOne() {
            List<Delivery> open = log.values().stream()
                    .filter(d -> d.status().stage().isOpen())
                    .toList();
            if (open.isEmpty()) {
                return;
            }
            Delivery found = open.get(random.nextInt(open.size()));
            boolean settles = found.status().equals(new Status.Armed());
            Optional<Delivery> armed =
                    settles ? Optional.of(found) : found.arm("request", now).delivery();
            if (armed.isEmpty()) {
                assertThat(found.status().due()).isPresent();
                return;
            }
            log.put(found.id(), armed.get());
            boolean diesBeforeTheCall = random.nextInt(6) == 0;
            if (diesBeforeTheCall) {
                return;
            }
            Outcome first = settles ? new Outcome.Unknown("it died") : platform.publish(armed.get(), now);
            boolean diesBeforeHearing = random.nextInt(6) == 0;
            if (diesBeforeHearing) {
                return;
            }
            Outcome outcome = first.settledBy(() -> platform.find(found.id()));
            log.put(
                    found.id(),
                    armed.get()
                            .conclude(outcome, platform.capabilities, now)
                            .delivery()
                            .orElseThrow());
        }

        private Optional<String> maybe(String value) {
            return random.nextBoolean() ? Optional.of(value) : Optional.empty();
        }
    }
}
