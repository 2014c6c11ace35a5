package org.imprimatur.analyzer.policy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.imprimatur.analyzer.draft.Authorization;
import org.imprimatur.analyzer.draft.Draft;
import org.imprimatur.analyzer.draft.DraftKind;
import org.imprimatur.analyzer.draft.Finding;
import org.imprimatur.analyzer.draft.FindingKind;
import org.imprimatur.analyzer.draft.Span;
import org.imprimatur.analyzer.organization.Organization;

/** Invented drafts, findings and rules for tests of the engine. */
public final class Examples {

    private Examples() {}

    public static Draft draft(String text, Authorization... authorizations) {
        return new Draft(
                "p-1",
                1,
                "sealed",
                DraftKind.POST,
                Optional.empty(),
                text,
                Map.of(),
                List.of(),
                List.of(authorizations),
                "facebook");
    }

    public static Finding finding(FindingKind kind, double confidence, Span... spans) {
        return new Finding(
                "example",
                kind,
                List.of(spans),
                confidence,
                "An example was seen.",
                Optional.empty(),
                Optional.empty());
    }

    public static Facts facts(Finding... findings) {
        return facts(draft("Flu shots on Saturday."), List.of(), findings);
    }

    public static Facts facts(Draft draft, List<AttachedAuthorization> attached, Finding... findings) {
        return Facts.of(draft, Account.NONE, attached, Organization.empty("Example Health"), List.of(findings));
    }

    public static RuleText rule(String id, String expression) {
        return new RuleText(
                id,
                "An example",
                "PATIENT_IDENTIFIER",
                "45 CFR 164.514",
                expression,
                "HOLD",
                "HIGH",
                "Look again.",
                "");
    }
}
