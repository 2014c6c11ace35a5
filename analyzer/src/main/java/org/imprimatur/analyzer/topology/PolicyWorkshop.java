package org.imprimatur.analyzer.topology;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.imprimatur.analyzer.adapters.Policies;
import org.imprimatur.analyzer.adapters.PolicyFile;
import org.imprimatur.analyzer.adapters.PolicyPublisher;
import org.imprimatur.analyzer.judge.Judge;
import org.imprimatur.analyzer.policy.Policy;
import org.imprimatur.analyzer.policy.PolicyEdition;
import org.imprimatur.analyzer.policy.PolicyFault;
import org.imprimatur.analyzer.policy.PolicySignature;
import org.imprimatur.analyzer.wire.Channels;
import org.imprimatur.schemas.Topics;
import org.imprimatur.schemas.wire.Wire;

/**
 * The sets of rules that judged, and the way in for another one. Safe for several threads.
 *
 * <p>Its reading methods throw {@link org.apache.kafka.streams.errors.InvalidStateStoreException} while the registers
 * can't be read.
 */
public final class PolicyWorkshop {
    private static final Duration SHOWN_WITHIN = Duration.ofSeconds(10);
    private static final long LOOK_EVERY_MS = 20;

    private final Shelf shelf;
    private final Wire wire;
    private final PolicyPublisher publisher;
    private final Judge judge;

    /**
     * Over the registers of the running topology.
     *
     * @param judge for rehearsals, so that they never slow down what was handed in
     */
    public PolicyWorkshop(Shelf shelf, Wire wire, PolicyPublisher publisher, Judge judge) {
        this.shelf = shelf;
        this.wire = wire;
        this.publisher = publisher;
        this.judge = judge;
    }

    /**
     * A set as it stands in the topic.
     *
     * @param at when it was written there
     */
    public record Published(PolicyEdition edition, Instant at) {

        public String label() {
            return edition.text().label();
        }

        /** The pack as it was written; where that is not known, as it could have been. */
        public String source() {
            return edition.source().isEmpty() ? PolicyFile.written(edition.text()) : edition.source();
        }
    }

    /** The set that judges, since when and by whom; empty when none does or it can't be decoded. */
    public Optional<Published> active() {
        return find(Topics.ACTIVE_POLICY);
    }

    /** Every set that ever judged as it first did so, newest first, the one that judges among them. */
    public List<Published> versions() {
        List<Published> kept = kept();
        Stream<Published> unkept = active().stream()
                .filter(one -> kept.stream().noneMatch(each -> each.label().equals(one.label())));
        return Stream.concat(kept.stream(), unkept)
                .sorted(Comparator.comparing(Published::at).reversed())
                .toList();
    }

    /** Everything that keeps a pack from being published: its own faults, and a version that other rules had. */
    public List<PolicyFault> check(PolicyFile pack) {
        List<PolicyFault> faults =
                new ArrayList<>(Policies.read(pack).fold(policy -> List.of(), found -> List.copyOf(found)));
        String label = pack.text().label();
        if (versions().stream()
                .anyMatch(each -> each.label().equals(label) && !each.source().equals(pack.source()))) {
            String raise = label + " judged before, and its verdicts name it; give this pack another version";
            faults.add(new PolicyFault(pack.text().line(0, "version"), "policy", raise));
        }
        return List.copyOf(faults);
    }

    /** Makes a pack judge; returns what {@link #check} says, or when it judges, nothing. */
    public List<PolicyFault> publish(PolicyFile pack, PolicySignature signature) {
        List<PolicyFault> faults = check(pack);
        if (!faults.isEmpty()) {
            return faults;
        }
        active().filter(one -> find(one.label()).isEmpty()).ifPresent(outgoing -> publisher.keep(outgoing.edition()));
        List<PolicyFault> refused = publisher.activate(pack, signature);
        if (refused.isEmpty()) {
            awaitActive(pack.text().label(), signature);
        }
        return refused;
    }

    /** Makes a set judge again that once did; returns what the engine of today finds wrong with it, mostly nothing. */
    public List<PolicyFault> restore(Published version, PolicySignature signature) {
        List<PolicyFault> faults = publisher.restore(PolicyFile.of(version.source()), signature);
        if (faults.isEmpty()) {
            awaitActive(version.label(), signature);
        }
        return faults;
    }

    /** Judges past drafts by the rules that judge and by these. */
    public Rehearsal rehearse(Policy policy) {
        return new Rehearsal(shelf, new Channels(wire), judge, policy);
    }

    private List<Published> kept() {
        return shelf.keys(Topics.POLICIES, "").stream()
                .filter(key -> !key.equals(Topics.ACTIVE_POLICY))
                .map(this::find)
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Published> find(String key) {
        Register<PolicyEdition, PolicyEdition> register = new Register<>(
                Topics.POLICIES,
                asked -> shelf.find(Topics.POLICIES, asked),
                new Channels(wire).editions(),
                Optional::of);
        return register.find(key)
                .flatMap(edition -> shelf.since(Topics.POLICIES, key).map(at -> new Published(edition, at)));
    }

    /** Kafka has it; whoever asks next shall see it here too, if that takes no longer than usual. */
    private void awaitActive(String label, PolicySignature signature) {
        long until = System.nanoTime() + SHOWN_WITHIN.toNanos();
        try {
            while (System.nanoTime() < until
                    && active().filter(one -> one.label().equals(label)
                                    && one.edition().signature().equals(signature))
                            .isEmpty()) {
                TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MS);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
