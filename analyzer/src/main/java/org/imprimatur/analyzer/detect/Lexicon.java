package org.imprimatur.analyzer.detect;

import java.util.HashMap;
import java.util.Map;
import org.imprimatur.analyzer.text.Phrases;

/** The lists of words that the detectors share, read once from the resources beside this class. */
final class Lexicon {

    private static final Map<String, Phrases> LISTS = new HashMap<>();

    static final Phrases RELATION = list("relation");
    static final Phrases CONDITION = list("condition");
    static final Phrases SETTING = list("setting");
    static final Phrases TIME = list("time");
    static final Phrases WORK = list("work");
    static final Phrases OCCUPATION = list("occupation");
    static final Phrases LAYPERSON = list("layperson");
    static final Phrases EVENT = list("event");
    static final Phrases UNIQUE = list("unique");
    static final Phrases STAFF = list("staff");

    private Lexicon() {}

    /** Phrases of one detector, which may name the shared lists. */
    static Phrases cues(String name) {
        return Phrases.load(Lexicon.class, "phrases/" + name + ".txt", LISTS);
    }

    private static Phrases list(String name) {
        Phrases phrases = cues(name);
        LISTS.put(name, phrases);
        return phrases;
    }
}
