package org.imprimatur.analyzer.crowd;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What one word tells of whom is spoken about.
 *
 * @param isPronoun it tells the sex, but by itself does not bring anybody in
 */
record Somebody(Optional<Sex> sex, Optional<AgeBand> ages, boolean isPronoun) {

    private static final Map<String, Somebody> WORDS = new HashMap<>();

    static {
        pronouns(Sex.FEMALE, "she", "her", "hers", "herself", "she's", "she'd", "she'll", "ella");
        pronouns(Sex.MALE, "he", "him", "his", "himself", "he's", "he'd", "he'll");
        nouns(Sex.FEMALE, 18, AgeBand.OLDEST, "woman", "lady", "gal", "senora", "mujer");
        nouns(Sex.MALE, 18, AgeBand.OLDEST, "man", "guy", "gentleman", "fella", "dude", "senor", "hombre");
        nouns(Sex.FEMALE, 14, 60, "mom", "mother", "mama", "madre");
        nouns(Sex.MALE, 14, 70, "dad", "father", "papa", "padre");
        nouns(Sex.FEMALE, 35, AgeBand.OLDEST, "grandma", "grandmother", "abuela", "abuelita", "granny");
        nouns(Sex.MALE, 35, AgeBand.OLDEST, "grandpa", "grandfather", "abuelo", "abuelito", "granddad");
        nouns(Sex.FEMALE, 0, 17, "girl", "nina", "muchacha");
        nouns(Sex.MALE, 0, 17, "boy", "nino", "muchacho", "cowboy");
        anybody(0, 17, "kid", "child", "kiddo");
        anybody(13, 19, "teen", "teenager", "joven");
        anybody(1, 3, "toddler");
        anybody(0, 0, "baby", "newborn", "infant", "preemie", "bebe");
        anybody(0, AgeBand.OLDEST, "patient", "person", "survivor", "donor", "recipient", "resident", "camper");
        anybody(0, AgeBand.OLDEST, "somebody", "someone", "neighbor", "paciente", "vecino", "vecina");
    }

    static Optional<Somebody> toldBy(String key) {
        return Optional.ofNullable(WORDS.get(key));
    }

    private static void pronouns(Sex sex, String... words) {
        for (String word : words) {
            WORDS.put(word, new Somebody(Optional.of(sex), Optional.empty(), true));
        }
    }

    private static void nouns(Sex sex, int from, int to, String... words) {
        for (String word : words) {
            WORDS.put(word, new Somebody(Optional.of(sex), Optional.of(new AgeBand(from, to)), false));
        }
    }

    private static void anybody(int from, int to, String... words) {
        Optional<AgeBand> ages =
                to == AgeBand.OLDEST && from == 0 ? Optional.empty() : Optional.of(new AgeBand(from, to));
        for (String word : words) {
            WORDS.put(word, new Somebody(Optional.empty(), ages, false));
        }
    }
}
