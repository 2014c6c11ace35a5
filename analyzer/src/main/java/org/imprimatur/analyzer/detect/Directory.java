package org.imprimatur.analyzer.detect;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.imprimatur.analyzer.organization.StaffMember;
import org.imprimatur.analyzer.text.Phrases;
import org.imprimatur.analyzer.text.Token;
import org.imprimatur.analyzer.text.Tokens;

/** The staff, found in a text by full name, by family name after a title, by nickname or by given name. */
final class Directory {

    private static final Set<String> TITLES =
            Set.of("dr", "doctor", "mr", "mrs", "ms", "miss", "prof", "nurse", "chief");
    private static final Set<String> DEGREES = Set.of(
            "rn",
            "phd",
            "md",
            "do",
            "np",
            "pa",
            "pa-c",
            "c",
            "pharmd",
            "dds",
            "dmd",
            "rd",
            "lpn",
            "cna",
            "dpt",
            "pt",
            "ot",
            "otr",
            "lcsw",
            "msw",
            "mph",
            "bsn",
            "msn",
            "dnp",
            "aprn",
            "fnp",
            "crna",
            "cnm",
            "emt",
            "paramedic",
            "jr",
            "sr",
            "od",
            "rdh",
            "psyd",
            "mba",
            "slp",
            "ccc",
            "lmft",
            "edd",
            "ba",
            "bs",
            "ma");

    private final Phrases agreedNames;
    private final Phrases privateNames;
    private final boolean empty;

    private Directory(List<String> agreedNames, List<String> privateNames, boolean empty) {
        this.agreedNames = Phrases.of(agreedNames, Map.of());
        this.privateNames = Phrases.of(privateNames, Map.of());
        this.empty = empty;
    }

    static Directory of(List<StaffMember> staff) {
        Set<String> agreed = new HashSet<>();
        Set<String> kept = new HashSet<>();
        for (StaffMember member : staff) {
            (member.publicOk() ? agreed : kept).addAll(forms(member));
        }
        kept.removeAll(agreed);
        return new Directory(List.copyOf(agreed), List.copyOf(kept), staff.isEmpty());
    }

    /** Whether nobody is listed, so that being in no list says nothing. */
    boolean isEmpty() {
        return empty;
    }

    /** Staff who agreed to be named, as they are written in texts. */
    Phrases agreed() {
        return agreedNames;
    }

    /** Staff who did not agree. */
    Phrases kept() {
        return privateNames;
    }

    private static List<String> forms(StaffMember member) {
        List<String> forms = new ArrayList<>(formsOf(member.name()));
        if (!member.aka().isBlank()) {
            forms.addAll(formsOf(member.aka()));
        }
        return forms;
    }

    private static List<String> formsOf(String name) {
        List<String> words = new ArrayList<>();
        for (Token token : Tokens.of(name.replaceFirst("\\(.*$", "")).list()) {
            boolean part = token.isWord() && !TITLES.contains(token.key()) && !DEGREES.contains(token.key());
            if (token.text().equals(",") && !words.isEmpty()) {
                break;
            }
            if (part) {
                words.add(token.key());
            }
        }
        List<String> forms = new ArrayList<>();
        if (words.isEmpty()) {
            return forms;
        }
        String given = words.get(0);
        String family = words.get(words.size() - 1);
        forms.add(String.join(" ", words));
        if (words.size() > 1) {
            forms.add(given + " " + family);
            forms.add("dr|doctor|mr|mrs|ms|miss|prof|nurse|doctora|sra|sr .? " + family);
            familyPart(words).ifPresent(parts -> forms.add("dr|doctor|mr|mrs|ms|doctora .? " + parts));
            forms.add("dr|doctor|nurse|doctora .? " + given);
            forms.add(given + " " + family.charAt(0) + " .?");
            if (!NameLikelihood.TABLE.isWord(family)) {
                forms.add(family);
            }
        }
        if (!NameLikelihood.TABLE.isWord(given) || NameLikelihood.TABLE.given(given) == 3) {
            forms.add(given);
        }
        return forms;
    }

    private static Optional<String> familyPart(List<String> words) {
        return words.size() > 2 ? Optional.of(String.join(" ", words.subList(1, words.size()))) : Optional.empty();
    }
}
