package org.imprimatur.analyzer.judge;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.imprimatur.analyzer.detect.Detector;
import org.imprimatur.analyzer.detect.KnownOrganization;
import org.imprimatur.analyzer.detect.Screening;
import org.imprimatur.analyzer.draft.Draft;
import org.imprimatur.analyzer.draft.Finding;

/**
 * Every detector over every text that would go out: the text itself, each platform's variant, each picture's alt text.
 *
 * <p>Spans count in the text itself, so what is found in another text is reported without them; a finding in an alt text
 * names its picture.
 */
final class Examination {

    /** More than anybody reads; a verdict must fit into one record. */
    static final int MOST_FINDINGS = 500;

    private final List<Detector> detectors;
    private final List<Finding> findings = new ArrayList<>();
    private final Set<String> failed = new LinkedHashSet<>();

    private Examination(List<Detector> detectors) {
        this.detectors = detectors;
    }

    /**
     * What was seen.
     *
     * @param failed ids of the detectors that could not look at everything, or of the engine itself
     */
    record Seen(List<Finding> findings, Set<String> failed) {

        static final Seen NOTHING = new Seen(List.of(), Set.of(Objection.ENGINE));
    }

    static Seen of(Draft draft, KnownOrganization organization, World world, List<Detector> detectors) {
        Examination examination = new Examination(detectors);
        examination.look(draft, organization, world, UnaryOperator.identity());
        new TreeMap<>(draft.variants())
                .forEach((platform, variant) -> examination.look(
                        draft.saying(variant),
                        organization,
                        world,
                        finding -> elsewhere(finding, "In the text for " + platform + ": ")));
        for (int at = 0; at < draft.media().size(); at++) {
            int picture = at;
            String alt = draft.media().get(at).altText();
            if (!alt.isBlank()) {
                examination.look(
                        draft.saying(alt),
                        organization,
                        world,
                        finding -> elsewhere(finding, "In a picture's description: ")
                                .ofPicture(picture));
            }
        }
        return new Seen(examination.findings, examination.failed);
    }

    /**
     * A detector that throws, whatever it throws, leaves the rest to look on.
     *
     * @param placed says of each finding in which text it is
     */
    private void look(Draft draft, KnownOrganization organization, World world, UnaryOperator<Finding> placed) {
        Screening screening;
        try {
            screening = Screening.of(draft, organization, world.today(), world.earlier());
        } catch (RuntimeException | Error broken) {
            failed.add(Objection.ENGINE);
            return;
        }
        int length = draft.text().codePointCount(0, draft.text().length());
        for (Detector detector : detectors) {
            try {
                for (Finding finding : detector.detect(screening)) {
                    add(detector, finding, length, placed);
                }
            } catch (RuntimeException | Error broken) {
                failed.add(detector.id());
            }
        }
    }

    private void add(Detector detector, Finding finding, int length, UnaryOperator<Finding> placed) {
        if (finding.spans().stream().anyMatch(span -> span.end() > length)) {
            failed.add(detector.id());
            return;
        }
        if (findings.size() >= MOST_FINDINGS) {
            failed.add(Objection.ENGINE);
            return;
        }
        findings.add(placed.apply(finding));
    }

    private static Finding elsewhere(Finding finding, String where) {
        return new Finding(
                finding.detector(),
                finding.kind(),
                List.of(),
                finding.confidence(),
                where + finding.explanation(),
                finding.citation(),
                finding.suggestion());
    }
}
