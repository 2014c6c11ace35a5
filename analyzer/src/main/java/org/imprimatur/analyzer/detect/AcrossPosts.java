package org.imprimatur.analyzer.detect;

import java.util.List;
import java.util.Optional;
import org.imprimatur.analyzer.crowd.Mosaic;
import org.imprimatur.analyzer.draft.Finding;
import org.imprimatur.analyzer.draft.FindingKind;

/** A draft that, with what its account published before about the same person, lets others work out who it is. */
final class AcrossPosts implements Detector {

    private static final int SHOWN = 5;

    @Override
    public String id() {
        return "mosaic";
    }

    @Override
    public List<Finding> detect(Screening screening) {
        if (screening.earlier().isEmpty()) {
            return List.of();
        }
        return PersonTold.in(screening)
                .flatMap(person -> Mosaic.of(
                        person, screening.earlier(), screening.organization().surroundings()))
                .map(whole -> finding(whole, screening))
                .stream()
                .toList();
    }

    private Finding finding(Mosaic.Whole whole, Screening screening) {
        List<String> posts = whole.posts();
        String ids = String.join(", ", posts.subList(0, Math.min(SHOWN, posts.size())));
        String sentence = "Alone this points to nobody, but this account published more about what seems to be the same"
                + " person (" + (posts.size() == 1 ? "post " : "posts ") + ids + "). With all of it together: "
                + whole.fit().sentence();
        return new Finding(
                id(),
                FindingKind.MOSAIC,
                Combinations.spans(screening),
                0.8,
                sentence,
                Optional.of("45 CFR 164.514(b)(2)(ii)"),
                Optional.of("Leave out what ties it to those posts: say an age group, and no place, work, family or"
                        + " day; or ask for a written authorization."));
    }
}
