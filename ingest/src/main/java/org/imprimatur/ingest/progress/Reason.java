package org.imprimatur.ingest.progress;

import java.util.Optional;

/**
 * Why the policy holds a draft.
 *
 * @param reason the name that reports group by, such as {@code PATIENT_IDENTIFIER}
 * @param message what the author reads; never quotes the draft
 * @param suggestion wording that would make it pass
 */
public record Reason(
        String rule, String title, String reason, String message, String citation, Optional<String> suggestion) {}
