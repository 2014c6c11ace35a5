package org.imprimatur.analyzer.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.imprimatur.analyzer.draft.Finding;
import org.imprimatur.analyzer.draft.FindingKind;
import org.imprimatur.analyzer.draft.Span;

/** Room, bed and bay numbers where somebody in care can be found. */
final class Rooms implements Detector {

    private static final Explanation WHY = Explanation.of(
            FindingKind.ROOM,
            "A room, bed or bay number tells where a patient can be found.",
            "45 CFR 164.514(b)(2)(i)(R)",
            "Leave the room out.");
    private static final Pattern ROOM = Pattern.compile(
            "\\b(?:room|rm\\.?|bed|bay|habitación|habitacion|cuarto|cama|chair|crib|isolette)\\s?#?\\s?(\\d{1,4}[A-D]?)\\b(?!\\s?(?:%|percent|a\\.?m|p\\.?m|beds|hours|minutes|days))",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern IN_NUMBER = Pattern.compile(
            "\\b(?:gentleman|lady|man|woman|patient|guy|resident|miss|mr|grandma|grandpa|señor|señora) (?:in|en|from)"
                    + " (?:la"
                    + " )?(\\d{1,3}[A-D]?)\\b(?!\\s?(?:%|years|states|days|hours|minutes|people|of|cities|counties))",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern WORDS_OF_EVENT = Pattern.compile(
            "\\b(?:conference|class|meeting|workshop|seminar|lecture|screening|flu shots?|session|open"
                    + " house|training|tour|info(?:rmation)? night|register|registration|vote|office|sign up)\\b",
            Pattern.CASE_INSENSITIVE);

    @Override
    public String id() {
        return "room";
    }

    @Override
    public List<Finding> detect(Screening screening) {
        List<Span> spans = new ArrayList<>();
        screening
                .nearDigits()
                .find(IN_NUMBER, match -> spans.add(screening.text().span(match.start(1), match.end(1))));
        List<Span> rooms = new ArrayList<>();
        screening.nearDigits().find(ROOM, match -> rooms.add(screening.text().span(match.start(), match.end())));
        if (!rooms.isEmpty() && !WORDS_OF_EVENT.matcher(screening.normal()).find()) {
            spans.addAll(rooms);
        }
        if (spans.isEmpty()) {
            return List.of();
        }
        boolean care = screening.isReply()
                || screening.care().tellsOfOnePerson()
                || !screening.people().all().isEmpty();
        return List.of(WHY.at(id(), care ? 0.8 : 0.55, spans));
    }
}
