package org.imprimatur.analyzer.detect;

import java.util.List;
import java.util.stream.Stream;

/** The one list of detectors, in the order in which their findings are shown. */
public final class Detectors {

    private static final List<Detector> SURE = List.of(
            new Phones(),
            new Emails(),
            new PersonalPages(),
            new TellingLinks(),
            new Handles(),
            new SocialSecurityNumbers(),
            new LabelledNumbers(),
            new Rooms(),
            new PaymentNumbers(),
            new IpAddresses(),
            new BirthAndCareDates(),
            new Ages(),
            new Addresses(),
            new Names(),
            new PersonFacts(),
            new AcrossPosts(),
            new Disguises(),
            new Languages());

    private static final List<Detector> CUES = List.of(
            new Coworkers(),
            new FamilyMembers(),
            new Combinations(),
            new Confirmations(),
            new Stories(),
            new Advice(),
            new Claims(),
            new Misinformation(),
            new Protocols(),
            new Tone(),
            new Internals());

    private static final List<Detector> RULES =
            Stream.concat(SURE.stream(), CUES.stream()).toList();

    private static final List<Detector> ALL =
            Stream.concat(SURE.stream(), Stream.of(new Meaning(CUES))).toList();

    private Detectors() {}

    /** Those whose findings stand by themselves. */
    public static List<Detector> sure() {
        return SURE;
    }

    /** Those whose findings are weighed by the one that reads the text as a whole. */
    public static List<Detector> cues() {
        return CUES;
    }

    /** All that look for one kind of thing by rules; the one that reads the text as a whole builds on them. */
    public static List<Detector> rules() {
        return RULES;
    }

    public static List<Detector> all() {
        return ALL;
    }

    /** Loads the models, which takes a part of a second and else delays the first draft. */
    public static void load() {
        Meaning.load();
    }
}
