package org.imprimatur.analyzer.detect;

import java.util.List;
import java.util.stream.Stream;

/** The one list of detectors, in the order in which their findings are shown. */
public final class Detectors {

    private static final List<Detector> RULES = List.of(
            new Phones(),
            new Emails(),
            new PersonalPages(),
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
            new Coworkers(),
            new FamilyMembers(),
            new Combinations(),
            new AcrossPosts(),
            new Confirmations(),
            new Stories(),
            new Advice(),
            new Claims(),
            new Misinformation(),
            new Protocols(),
            new Tone(),
            new Internals(),
            new Disguises(),
            new Languages());

    private static final List<Detector> ALL =
            Stream.concat(RULES.stream(), Stream.of(new Meaning())).toList();

    private Detectors() {}

    /** Those that look for one kind of thing by rules; the one that reads the text as a whole builds on them. */
    public static List<Detector> rules() {
        return RULES;
    }

    public static List<Detector> all() {
        return ALL;
    }
}
