package org.imprimatur.analyzer.detect;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.imprimatur.analyzer.draft.Authorization;
import org.imprimatur.analyzer.draft.Draft;
import org.imprimatur.analyzer.draft.DraftKind;
import org.imprimatur.analyzer.draft.Finding;
import org.imprimatur.analyzer.draft.FindingKind;
import org.imprimatur.analyzer.draft.Span;
import org.imprimatur.analyzer.organization.Claim;
import org.imprimatur.analyzer.organization.Contacts;
import org.imprimatur.analyzer.organization.Facility;
import org.imprimatur.analyzer.organization.Organization;
import org.imprimatur.analyzer.organization.StaffMember;
import org.imprimatur.analyzer.organization.Town;

/** An invented clinic and short ways to screen invented drafts for it. */
final class Samples {

    static final LocalDate TODAY = LocalDate.of(2026, 10, 1);
    static final KnownOrganization CLINIC = KnownOrganization.of(new Organization(
            "Quillmere Clinic",
            "Quillmere",
            "clinic",
            "Quillmere",
            "Tarn County",
            "Oregon",
            List.of("en", "es"),
            Optional.empty(),
            List.of(new Town("Tarn Mills", OptionalInt.of(900))),
            List.of(new Facility("Edith Vance Pavilion", "", "12 Heron Street, Quillmere, OR 97399")),
            new Contacts(
                    List.of("541-555-0100"),
                    List.of("quillmere.example"),
                    List.of("info@quillmere.example"),
                    List.of("@Quillmere")),
            new Contacts(List.of("988"), List.of("cdc.gov"), List.of(), List.of("@CDCgov")),
            List.of("Walter Ames Park"),
            List.of(new Claim(
                    "Median door-to-needle time for stroke was 41 minutes in 2025", "quillmere.example/stroke")),
            List.of(
                    new StaffMember("Dr. Priya Raman", "", "pediatrician", true),
                    new StaffMember("Colm Gallagher, RN", "", "nurse", false)),
            List.of()));

    private Samples() {}

    static Screening post(String text) {
        return screening(DraftKind.POST, text, List.of());
    }

    static Screening reply(String text) {
        return screening(DraftKind.REPLY, text, List.of());
    }

    /** A post of which nothing is known, judged without any lists. */
    static Screening listless(String text) {
        return Screening.of(post(text).draft(), KnownOrganization.of(Organization.empty("unknown")), TODAY);
    }

    static Screening authorized(String text, Authorization authorization) {
        return screening(DraftKind.POST, text, List.of(authorization));
    }

    static Authorization signedBy(String name) {
        return new Authorization(
                "A-1",
                name,
                "full name and the story of a new hip",
                Set.of("outbox"),
                Optional.of(TODAY.plusDays(9)),
                false,
                "");
    }

    /** What the detector is sure enough of. */
    static List<FindingKind> kinds(Detector detector, Screening screening) {
        return detector.detect(screening).stream()
                .filter(finding -> finding.confidence() >= 0.5)
                .map(Finding::kind)
                .toList();
    }

    /** The pieces of the author's text that the detector points to. */
    static List<String> pieces(Detector detector, Screening screening) {
        return detector.detect(screening).stream()
                .flatMap(finding -> finding.spans().stream())
                .map(span -> piece(screening.draft().text(), span))
                .toList();
    }

    private static String piece(String text, Span span) {
        return text.substring(text.offsetByCodePoints(0, span.start()), text.offsetByCodePoints(0, span.end()));
    }

    private static Screening screening(DraftKind kind, String text, List<Authorization> authorizations) {
        Draft draft =
                new Draft("p1", 1, "0", kind, Optional.empty(), text, Map.of(), List.of(), authorizations, "outbox");
        return Screening.of(draft, CLINIC, TODAY);
    }
}
