package org.imprimatur.analyzer.detect;

import java.util.Set;
import java.util.regex.Pattern;
import org.imprimatur.analyzer.text.Token;
import org.imprimatur.analyzer.text.Tokens;

/** Names that belong to a disease, a sign or an instrument and to nobody alive, told by the word of medicine after them. */
final class Eponyms {

    private static final Set<String> NOUNS = Set.of(
            "syndrome",
            "syndromes",
            "disease",
            "disorder",
            "type",
            "types",
            "subtype",
            "variant",
            "sequence",
            "sign",
            "signs",
            "reflex",
            "score",
            "scores",
            "scale",
            "index",
            "criteria",
            "classification",
            "stage",
            "staging",
            "grade",
            "class",
            "procedure",
            "operation",
            "maneuver",
            "manoeuvre",
            "test",
            "tests",
            "triad",
            "phenomenon",
            "effect",
            "law",
            "rule",
            "method",
            "stain",
            "palsy",
            "anomaly",
            "deformity",
            "malformation",
            "contracture",
            "esophagus",
            "protein",
            "bodies",
            "body",
            "cells",
            "cell",
            "catheter",
            "tube",
            "line",
            "drain",
            "clamp",
            "graft",
            "forceps",
            "position",
            "incision",
            "fundoplication",
            "bypass",
            "repair",
            "lesion",
            "lesions",
            "node",
            "nodes",
            "spots",
            "tumor",
            "tumour",
            "deficiency",
            "ataxia",
            "epilepsy",
            "trait",
            "factor",
            "point",
            "line's",
            "pouch",
            "canal",
            "duct",
            "gland",
            "curves",
            "technique",
            "approach",
            "view",
            "rods",
            "plasty");
    /** What befalls people too: Maria's fracture is hers. */
    private static final Set<String> INJURIES = Set.of(
            "fracture",
            "fractures",
            "cyst",
            "hernia",
            "ulcer",
            "gait",
            "aneurysm",
            "diverticulum",
            "angina",
            "disease's");

    private static final Pattern ENDING = Pattern.compile(
            "\\p{L}{2,}(?:itis|osis|oses|emia|pathy|trophy|plasia|dactyly|cephaly|derma|dermia|oma|omas|plegia|esia|asia|ystrophy)");
    private static final Pattern ADJECTIVE = Pattern.compile("\\p{L}{3,}(?:al|ar|ic|ous|oid|ary|ive|ant|ed|less)");
    private static final int MOST_BETWEEN = 4;

    private Eponyms() {}

    /** Whether the name from {@code start} to {@code end} names a thing of medicine. */
    static boolean isOne(Tokens tokens, int start, int end) {
        for (int i = end; i < tokens.size() && i < end + MOST_BETWEEN; i++) {
            Token token = tokens.get(i);
            boolean follows = token.sentence() == tokens.get(start).sentence()
                    && token.start() - tokens.get(i - 1).end() <= 1;
            if (!follows || !token.isWord()) {
                return false;
            }
            String key = token.owner();
            if (NOUNS.contains(key)
                    || (!token.isCapitalised() && ENDING.matcher(key).matches())) {
                return true;
            }
            if (INJURIES.contains(key)) {
                return !isGivenName(tokens, start, end);
            }
            if (!token.isCapitalised() && !ADJECTIVE.matcher(key).matches()) {
                return false;
            }
        }
        return false;
    }

    private static boolean isGivenName(Tokens tokens, int start, int end) {
        return end - start > 1
                ? !tokens.get(start + 1).joined()
                : NameLikelihood.TABLE.given(tokens.get(start).owner()) >= 2;
    }
}
