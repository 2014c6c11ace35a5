package org.imprimatur.analyzer.judge;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.imprimatur.analyzer.detect.Detector;
import org.imprimatur.analyzer.detect.KnownOrganization;
import org.imprimatur.analyzer.draft.Draft;
import org.imprimatur.analyzer.draft.Finding;
import org.imprimatur.analyzer.organization.Organization;
import org.imprimatur.analyzer.policy.Account;
import org.imprimatur.analyzer.policy.AttachedAuthorization;
import org.imprimatur.analyzer.policy.Facts;
import org.imprimatur.analyzer.policy.Policy;
import org.imprimatur.analyzer.policy.Ruling;

/**
 * Judges one draft. Total: it answers for every draft, and whatever goes wrong on the way is a reason to hold.
 *
 * <p>The same draft in the same world gets the same judgement. As thread-safe as its watch.
 */
public final class Judge {

    /** Version of the engine and its detectors; raised whenever one of them says something else than before. */
    public static final String VERSION = "0.6.0";

    private static final KnownOrganization NOBODY = KnownOrganization.of(Organization.empty("unknown"));

    private final List<Detector> detectors;
    private final Watch watch;

    /**
     * @param watch bounds the time that the detectors may take for one draft
     */
    public Judge(List<Detector> detectors, Watch watch) {
        this.detectors = List.copyOf(detectors);
        this.watch = watch;
    }

    public Judgement judge(Draft draft, World world) {
        return ruled(draft, world, examine(draft, world));
    }

    /** Two judgements of one draft, for which it was looked at once. */
    public record Pair(Judgement before, Judgement after) {}

    /** Judges by the world's policy and by another one. */
    public Pair judge(Draft draft, World world, Policy other) {
        Examination.Seen seen = examine(draft, world);
        return new Pair(ruled(draft, world, seen), ruled(draft, world.under(other), seen));
    }

    /** What becomes of a draft that cannot even be put before the engine. */
    public static Judgement unjudgeable() {
        return new Judgement(
                List.of(Objection.ENGINE_FAILURE.finding(Objection.ENGINE)),
                List.of(Objection.ENGINE_FAILURE.ruling(List.of(0))),
                "",
                VERSION);
    }

    private static Set<Objection> objections(Draft draft, World world) {
        Set<Objection> objections = EnumSet.noneOf(Objection.class);
        if (world.policy().isEmpty()) {
            objections.add(Objection.MISSING_POLICY);
        }
        if (world.organization().isEmpty()) {
            objections.add(Objection.MISSING_ORGANIZATION);
        }
        if (world.account().isEmpty()) {
            objections.add(Objection.UNKNOWN_ACCOUNT);
        }
        if (world.account().flatMap(Account::frozen).isPresent()) {
            objections.add(Objection.FROZEN_ACCOUNT);
        }
        if (!world.contentHash().equals(draft.contentHash())) {
            objections.add(Objection.CONTENT_HASH_MISMATCH);
        }
        if (!draft.media().isEmpty()) {
            objections.add(Objection.PICTURE_NOT_ANALYSED);
        }
        return objections;
    }

    private Examination.Seen examine(Draft draft, World world) {
        KnownOrganization organization = world.organization().orElse(NOBODY);
        try {
            return watch.within(() -> Examination.of(draft, organization, world, detectors))
                    .orElse(Examination.Seen.NOTHING);
        } catch (RuntimeException | Error broken) {
            return Examination.Seen.NOTHING;
        }
    }

    private Judgement ruled(Draft draft, World world, Examination.Seen seen) {
        try {
            return judgement(draft, world, seen, rulings(draft, world, seen.findings()));
        } catch (RuntimeException | Error broken) {
            return judgement(draft, world, Examination.Seen.NOTHING, List.of());
        }
    }

    private static List<Ruling> rulings(Draft draft, World world, List<Finding> findings) {
        Organization organization = world.organization().orElse(NOBODY).organization();
        LocalDate day = organization.asOf().orElse(world.today());
        List<AttachedAuthorization> attached = Stream.concat(
                        draft.authorizations().stream().map(known -> AttachedAuthorization.found(known, day)),
                        world.unknownAuthorizations().stream().map(AttachedAuthorization::unknown))
                .toList();
        return world.policy()
                .map(policy -> policy.apply(
                        Facts.of(draft, world.account().orElse(Account.NONE), attached, organization, findings)))
                .orElseGet(List::of);
    }

    private Judgement judgement(Draft draft, World world, Examination.Seen seen, List<Ruling> byPolicy) {
        List<Finding> findings = new ArrayList<>(seen.findings());
        List<Ruling> rulings = new ArrayList<>(byPolicy);
        for (Objection objection : objections(draft, world)) {
            int first = findings.size();
            findings.addAll(objection.findings(draft));
            rulings.add(objection.ruling(
                    IntStream.range(first, findings.size()).boxed().toList()));
        }
        if (!seen.failed().isEmpty()) {
            int first = findings.size();
            seen.failed().forEach(detector -> findings.add(Objection.ENGINE_FAILURE.finding(detector)));
            rulings.add(Objection.ENGINE_FAILURE.ruling(
                    IntStream.range(first, findings.size()).boxed().toList()));
        }
        String policyVersion = world.policy().map(Policy::label).orElse("");
        return new Judgement(findings, rulings, policyVersion, VERSION);
    }
}
