package org.imprimatur.publisher.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
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
import org.imprimatur.publisher.Samples;
import org.imprimatur.publisher.delivery.Delivery;
import org.imprimatur.publisher.delivery.Receipt;
import org.imprimatur.publisher.delivery.Stage;
import org.imprimatur.publisher.delivery.Status;
import org.imprimatur.publisher.gate.Circumstances;
import org.imprimatur.publisher.gate.Consent;
import org.imprimatur.publisher.gate.Decision;
import org.imprimatur.publisher.gate.Destination;
import org.imprimatur.publisher.gate.Recheck;
import org.imprimatur.publisher.wire.DeliveryRecord;
import org.imprimatur.publisher.wire.ReleaseRecord;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The gate over seeded interleavings of releases, edits, new policies, revocations, time, and a worker that is late:
 * what goes out is the newest revision, under the policy that holds, with authorizations that hold; and when nothing
 * changes any more, everything that may go out does, once.
 */
class NothingChangedGoesOutPropertyTest {
    private static final int STEPS = 250;
    private static final int POSTS = 6;

    static IntStream seeds() {
        return IntStream.range(0, 12);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatChangedBetweenApprovalAndSlotNeverGoesOut(int seed, @TempDir Path folder) {
        try (GateDriver gate = new GateDriver(folder)) {
            World world = new World(gate, new Random(seed));
            for (int step = 0; step < STEPS; step++) {
                world.oneStep();
            }
            world.settles();
        }
    }

    private static final class World {
        private final GateDriver gate;
        private final Random random;
        private final Map<String, Integer> newest = new HashMap<>();
        private final Map<String, ReleaseRecord> newestDraft = new HashMap<>();
        private final Map<String, DeliveryRecord> held = new LinkedHashMap<>();
        private final Set<String> stopped = new HashSet<>();
        private final Set<String> published = new HashSet<>();
        private final Set<String> revoked = new HashSet<>();
        private int policy = 1;
        private int authorization;
        private Instant now = Samples.NOW;

        World(GateDriver gate, Random random) {
            this.gate = gate;
            this.random = random;
            register();
        }

        void oneStep() {
            switch (random.nextInt(10)) {
                case 0, 1 -> edit();
                case 2, 3 -> release("p" + random.nextInt(POSTS));
                case 4 -> gate.policy(Integer.toString(++policy));
                case 5 -> revoke();
                case 6, 7 -> pass(1 + random.nextInt(40));
                case 8 -> judgeAgain();
                default -> work();
            }
        }

        /** Nothing changes any more: the analyzer judges what came back, the worker does what it is given. */
        void settles() {
            newest.keySet().forEach(this::release);
            for (int turn = 0; turn < 12; turn++) {
                pass(30);
                judgeAgain();
                work();
            }
            assertThat(held).isEmpty();
            newestDraft.forEach((post, draft) -> {
                if (revoked.stream().noneMatch(draft.authorizations()::contains)) {
                    assertThat(published).contains(draft.id().text());
                }
            });
        }

        private void edit() {
            String post = "p" + random.nextInt(POSTS);
            int revision = newest.merge(post, 1, Integer::sum);
            Optional<Instant> slot =
                    random.nextBoolean() ? Optional.of(now.plusSeconds(random.nextInt(60))) : Optional.empty();
            List<String> under = random.nextBoolean() ? List.of("A-" + authorization) : List.of();
            ReleaseRecord draft = Samples.release(
                    post,
                    "harbor",
                    form -> form.setRevision(revision)
                            .setText("revision " + revision)
                            .setAuthorizations(under)
                            .setScheduledAt(slot.orElse(null)));
            newestDraft.put(post, draft);
            gate.draft(draft);
        }

        private void release(String post) {
            Optional.ofNullable(newestDraft.get(post))
                    .ifPresent(draft -> gate.release(Samples.again(draft, "policy@" + policy, now)));
        }

        private void revoke() {
            revoked.add("A-" + authorization);
            gate.authorization(Samples.revoked("A-" + authorization));
            authorization++;
            register();
        }

        private void register() {
            gate.authorization(Samples.authorization("A-" + authorization, form -> form));
        }

        private void pass(int seconds) {
            now = now.plusSeconds(seconds);
            gate.pass(Duration.ofSeconds(seconds));
        }

        /** The analyzer judges what came back, if nobody has edited it since. */
        private void judgeAgain() {
            if (!gate.sentBack().isEmpty()) {
                newest.keySet().forEach(this::release);
            }
        }

        /** The worker reads everything, then looks at each delivery that it has, and calls. */
        private void work() {
            gate.toldRecords().forEach(this::read);
            for (DeliveryRecord given : new ArrayList<>(held.values())) {
                held.remove(given.delivery().id().text());
                if (stopped.contains(given.delivery().id().text())) {
                    gate.worker(given.delivery(), new Status.Stopped(Stage.CANCELLED, "stopped", "gate"));
                } else {
                    look(given);
                }
            }
        }

        private void read(DeliveryRecord told) {
            String id = told.delivery().id().text();
            Stage stage = told.delivery().status().stage();
            if (stage == Stage.PREPARED) {
                held.put(id, told);
            } else if (stage == Stage.STOP_REQUESTED) {
                stopped.add(id);
            }
        }

        private void look(DeliveryRecord given) {
            Recheck.now(given.clearance().orElseThrow(), registers(), now)
                    .ifPresentOrElse(against -> hindered(given, against), () -> publish(given));
        }

        private void hindered(DeliveryRecord given, Decision against) {
            if (against instanceof Decision.End end) {
                gate.worker(given.delivery(), end.status());
            } else {
                held.put(given.delivery().id().text(), given);
            }
        }

        private void publish(DeliveryRecord given) {
            Delivery delivery = given.delivery();
            String post = delivery.id().postId();
            assertThat(given.holdsWhatWasReleased()).isTrue();
            assertThat(delivery.id().revision()).isEqualTo(newest.get(post));
            assertThat(delivery.terms().policyVersion()).isEqualTo("policy@" + policy);
            assertThat(given.clearance().orElseThrow().authorizations()).noneMatch(revoked::contains);
            assertThat(published.add(delivery.id().text())).isTrue();
            gate.worker(delivery, new Status.Armed());
            gate.worker(delivery, new Status.Published(new Receipt("remote", Optional.empty())));
        }

        private Circumstances registers() {
            Map<String, Consent> consents = new HashMap<>();
            for (int number = 0; number <= authorization; number++) {
                String id = "A-" + number;
                consents.put(id, new Consent(Set.of("outbox"), Optional.empty(), revoked.contains(id), Instant.EPOCH));
            }
            return new Circumstances(
                    Optional.of(new Destination("outbox", Optional.empty(), ZoneOffset.UTC)),
                    Optional.empty(),
                    "policy@" + policy,
                    consents,
                    Map.of());
        }
    }
}
