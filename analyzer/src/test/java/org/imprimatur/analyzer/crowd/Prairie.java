package org.imprimatur.analyzer.crowd;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.imprimatur.analyzer.organization.Contacts;
import org.imprimatur.analyzer.organization.Organization;
import org.imprimatur.analyzer.organization.Town;
import org.imprimatur.analyzer.text.Phrases;
import org.imprimatur.analyzer.text.Tokens;

/** An invented county and portraits of its invented people. */
final class Prairie {

    static final Surroundings AROUND = Surroundings.of(new Organization(
            "Larkspur County Hospital",
            "LCH",
            "hospital",
            "Ashgrove",
            "Larkspur County",
            "Nebraska",
            List.of("en"),
            Optional.empty(),
            List.of(new Town("Ashgrove", OptionalInt.of(5200)), new Town("Two Larks", OptionalInt.of(610))),
            List.of(),
            Contacts.NONE,
            Contacts.NONE,
            List.of(),
            List.of(),
            List.of(),
            List.of()));

    private static final Phrases NAMES = Phrases.of(List.of("two larks family clinic"), Map.of());

    private Prairie() {}

    static Portrait portrait(String text) {
        Tokens tokens = Tokens.of(text);
        return Portraits.in(tokens, AROUND, NAMES.in(tokens), List.of(), false);
    }
}
