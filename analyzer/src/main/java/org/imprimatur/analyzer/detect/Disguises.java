package org.imprimatur.analyzer.detect;

import java.util.List;
import org.imprimatur.analyzer.draft.Finding;
import org.imprimatur.analyzer.draft.FindingKind;

/** Words that mix scripts or hide invisible characters, so that a reader and a program see different things. */
final class Disguises implements Detector {

    private static final Explanation WHY = Explanation.of(
            FindingKind.DISGUISE,
            "A word mixes letters of different scripts that look alike, or hides invisible characters, which keeps it from"
                    + " checks.",
            "",
            "Type the word again on an ordinary keyboard.");

    @Override
    public String id() {
        return "disguise";
    }

    @Override
    public List<Finding> detect(Screening screening) {
        boolean disguised = screening.text().mixedScripts() || screening.text().hidden();
        return disguised ? List.of(WHY.at(id(), 0.8, List.of())) : List.of();
    }
}
