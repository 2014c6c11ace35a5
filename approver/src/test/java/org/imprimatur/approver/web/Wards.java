package org.imprimatur.approver.web;

import java.util.List;
import java.util.Optional;
import org.imprimatur.approver.wire.administration.AccountCard;
import org.imprimatur.approver.wire.administration.Deed;
import org.imprimatur.schemas.avro.Authorization;
import org.imprimatur.schemas.avro.DeliveryState;

/** The morning's queue of two groups: the hospital's, and one post of the family clinic's account. */
final class Wards {
    static final String CLINIC = Sample.id(21);
    static final String CLINICS_ACCOUNT = "family-clinic-x";

    private Wards() {}

    static void fill(ConsoleUnderTest console) {
        register(console, "harbor-valley-bluesky", "hospital");
        register(console, CLINICS_ACCOUNT, "family");
        Queueful.fill(console);
        console.pipeline.held(Sample.draft(
                        CLINIC, "The family clinic is the kindest in Oregon, says everybody.", console.clock.instant())
                .account(CLINICS_ACCOUNT)
                .finding("SUPERLATIVE", "the kindest in Oregon", "A superlative without a source.")
                .rule(
                        org.imprimatur.schemas.avro.Severity.LOW,
                        org.imprimatur.schemas.avro.Action.HOLD,
                        "UNSUBSTANTIATED_CLAIM",
                        "A claim without support",
                        "Readers may rely on it.",
                        "Name the source.",
                        0)
                .held());
    }

    /** Number of a publication of the hospital's, and of one of the family clinic's that rests on A-101. */
    static final int HOSPITALS = 31;

    static final int CLINICS = 32;

    static void publish(ConsoleUnderTest console) {
        console.gate.has(
                Sample.draft(Sample.id(HOSPITALS), "The hospital's fair is on Sunday.", console.clock.instant())
                        .under("A-101")
                        .draft(),
                DeliveryState.PUBLISHED,
                Optional.empty());
        console.gate.has(
                Sample.draft(Sample.id(CLINICS), "The clinic opens at eight.", console.clock.instant())
                        .account(CLINICS_ACCOUNT)
                        .under("A-101")
                        .draft(),
                DeliveryState.PUBLISHED,
                Optional.empty());
    }

    /** F-1 is the family clinic's, H-1 the hospital's; are everybody's. */
    static void authorize(ConsoleUnderTest console) {
        console.registered.has(authorization("F-1", "Odile Farrow", "family"));
        console.registered.has(authorization("H-1", "Casimir Holt", "hospital"));
    }

    private static Authorization authorization(String id, String person, String group) {
        return Authorization.newBuilder()
                .setAuthorizationId(id)
                .setPersonName(person)
                .setScope("a photo at the door")
                .setPlatforms(List.of("bluesky", "x"))
                .setGroup(group)
                .build();
    }

    static String hospitalsDelivery() {
        return GateUnderTest.id(HOSPITALS);
    }

    static String clinicsDelivery() {
        return Sample.id(CLINICS) + "/r1/" + CLINICS_ACCOUNT;
    }

    private static void register(ConsoleUnderTest console, String id, String group) {
        console.administration.save(
                new AccountCard(id, "x", "", "", group, "UTC", Optional.empty()),
                new Deed("saved-" + id, Deed.Kind.ACCOUNT_SAVED, "root", id, "", "", console.clock.instant()));
    }
}
