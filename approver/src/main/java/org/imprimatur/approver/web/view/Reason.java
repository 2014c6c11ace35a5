package org.imprimatur.approver.web.view;

import java.util.List;
import java.util.Optional;

/**
 * One rule that fired, as a reader needs it: plain words first, rule and law under them.
 *
 * @param title what is the matter
 * @param label the reason that it belongs to
 * @param severe whether it is severe
 * @param severity the word for it
 * @param message why it matters
 * @param suggestion what would make it pass
 * @param decides who decides
 * @param rule its id in the policy
 * @param citation the law or policy; empty where there is none
 * @param sightings what the detectors saw
 */
public record Reason(
        String title,
        String label,
        boolean severe,
        String severity,
        String message,
        Optional<String> suggestion,
        String decides,
        String rule,
        String citation,
        List<Sighting> sightings) {
    public Reason {
        sightings = List.copyOf(sightings);
    }
}
