package org.imprimatur.approver.api;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.imprimatur.approver.post.Delivery;
import org.imprimatur.approver.post.SignedAuthorization;
import org.imprimatur.approver.readmodel.DeliveryRow;

/** Authorizations, field by field. */
final class AuthorizationBody {
    private static final int LONGEST = 1_000;
    private static final int MOST = 50;

    private AuthorizationBody() {}

    static Map<String, Object> signed(SignedAuthorization one, LocalDate today) {
        return CaseBody.fields(
                "authorizationId", one.id(),
                "standing", one.standing(today).name(),
                "person", one.person(),
                "scope", one.scope(),
                "disclosedBy", one.disclosedBy(),
                "recipients", one.recipients(),
                "purpose", one.purpose(),
                "platforms", one.sortedPlatforms(),
                "expires", one.expires().map(LocalDate::toString),
                "expiryEvent", one.expiryEvent(),
                "signedOn", one.signedOn().map(LocalDate::toString),
                "representative", one.representative(),
                "people", one.people(),
                "pictures", one.pictures(),
                "formHash", one.formHash(),
                "group", one.group(),
                "revocation",
                        one.revocation()
                                .map(word ->
                                        CaseBody.fields("at", word.at(), "by", word.by(), "because", word.because())));
    }

    /** With what rests on it. */
    static Map<String, Object> relied(SignedAuthorization one, LocalDate today, List<DeliveryRow> rows) {
        Map<String, Object> fields = signed(one, today);
        fields.put(
                "deliveries",
                rows.stream()
                        .map(DeliveryRow::delivery)
                        .map((Delivery delivery) -> DeliveryBody.delivery(delivery))
                        .toList());
        return fields;
    }

    /** What a body says; names every fault at once. */
    static SignedAuthorization read(JsonBody body, LocalDate today) {
        SignedAuthorization fresh = new SignedAuthorization(
                body.word("authorizationId").orElse(""),
                text(body, "person"),
                text(body, "scope"),
                text(body, "disclosedBy"),
                text(body, "recipients"),
                text(body, "purpose"),
                body.words("platforms", MOST, LONGEST).stream()
                        .map(platform -> platform.toLowerCase(Locale.ROOT))
                        .collect(Collectors.toSet()),
                day(body, "expires"),
                body.text("expiryEvent", LONGEST),
                day(body, "signedOn"),
                body.text("representative", LONGEST),
                body.words("people", MOST, LONGEST),
                body.words("pictures", MOST, LONGEST),
                body.word("formHash"),
                body.word("group").orElse(""),
                Optional.empty());
        fresh.faults(today).forEach(fault -> body.fault("", fault));
        body.complete();
        return fresh;
    }

    private static String text(JsonBody body, String field) {
        return body.text(field, LONGEST).orElse("");
    }

    private static Optional<LocalDate> day(JsonBody body, String field) {
        try {
            return body.word(field).map(LocalDate::parse);
        } catch (DateTimeParseException none) {
            body.fault(field, "is a day such as 2026-11-22");
            return Optional.empty();
        }
    }
}
