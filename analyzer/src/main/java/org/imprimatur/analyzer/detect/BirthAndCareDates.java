package org.imprimatur.analyzer.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.imprimatur.analyzer.draft.Finding;
import org.imprimatur.analyzer.draft.FindingKind;
import org.imprimatur.analyzer.draft.Span;

/** Birth dates, and dates of admission, discharge, operation or death. */
final class BirthAndCareDates implements Detector {

    private static final Explanation WHY = Explanation.of(
            FindingKind.CARE_DATE,
            "This is a date of birth or of somebody's care; only the year may stay.",
            "45 CFR 164.514(b)(2)(i)(C)",
            "Give the year only, or leave the date out.");
    private static final String MONTH =
            "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\\.?|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre";
    static final String DATE =
            "(?:\\d{1,2}[/.-]\\d{1,2}(?:[/.-]\\d{2,4})?|(?:19|20)\\d\\d-\\d\\d-\\d\\d(?:T[\\d:.]{5,12}Z?)?|(?:"
                    + MONTH
                    + ") \\d{1,2}(?:st|nd|rd|th)?(?:,? (?:19|20)\\d\\d)?|\\d{1,2}(?:st|nd|rd|th)? (?:de |of )?(?:"
                    + MONTH + ")(?:,?(?: de)? (?:19|20)\\d\\d)?)";
    private static final Pattern BIRTH = Pattern.compile(
            "\\b(?:dob|d\\.o\\.b\\.?|date of birth|birth ?date|birthday|nacid[oa]|fecha de nacimiento)\\b[^\\d\\n"
                    + ".]{0,15}("
                    + DATE + ")",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern BORN =
            Pattern.compile("\\b(?:born|naci[óo])(?: on| el)? (" + DATE + ")(?![\\w%])", Pattern.CASE_INSENSITIVE);
    private static final Pattern CARE = Pattern.compile(
            "\\b(?:admitted|discharged|operated|surgery|procedure|diagnosed|delivered|born|died|passed"
                    + " away|seen|treated|transferred|appointment|scan|biopsy|transplant|triaged|admission|discharge|visit|tested|lab"
                    + " result|results|cita|operad[oa]|ingresad[oa]|falleció|murió|nació)\\b[^\\d\\n"
                    + ".!?]{0,18}\\b("
                    + DATE + ")(?![\\w%])",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern PRONOUN =
            Pattern.compile("\\b(?:she|he|her|him|his|pt|ella)\\b", Pattern.CASE_INSENSITIVE);

    @Override
    public String id() {
        return "date";
    }

    @Override
    public List<Finding> detect(Screening screening) {
        List<Finding> findings = new ArrayList<>();
        collect(screening, BIRTH, 0.9, findings);
        if (!screening.isPublished()) {
            collect(screening, BORN, 0.8, findings);
        }
        boolean ofSomebody =
                !screening.isPublished() && PRONOUN.matcher(screening.normal()).find();
        if (ofSomebody || screening.care().tellsOfOnePerson()) {
            collect(screening, CARE, 0.7, findings);
        }
        return findings;
    }

    private void collect(Screening screening, Pattern pattern, double confidence, List<Finding> findings) {
        List<Span> spans = new ArrayList<>();
        screening.nearDigits().find(pattern, match -> spans.add(screening.text().span(match.start(1), match.end(1))));
        if (!spans.isEmpty()) {
            findings.add(WHY.at(id(), confidence, spans));
        }
    }
}
