package org.imprimatur.approver.web.view;

import java.util.Locale;
import java.util.Map;
import org.imprimatur.approver.post.Action;
import org.imprimatur.approver.post.Delivery;
import org.imprimatur.approver.post.Severity;
import org.imprimatur.approver.readmodel.CaseState;

/** Names of the contracts in plain words; a name that is not known here is spelled out, never hidden. */
final class Words {
    private static final Map<String, String> REASONS = Map.ofEntries(
            Map.entry("PATIENT_IDENTIFIER", "Identifies a patient"),
            Map.entry("FAMILY_IDENTIFIER", "Identifies a patient’s family"),
            Map.entry("COWORKER", "Tells about a coworker"),
            Map.entry("REIDENTIFIABLE_COMBINATION", "Details could single someone out"),
            Map.entry("REPLY_CONFIRMS_PATIENT", "Confirms that someone is a patient"),
            Map.entry("PROTOCOL_CONTRADICTION", "Contradicts our protocols"),
            Map.entry("MISINFORMATION", "Medically wrong or misleading"),
            Map.entry("UNSUBSTANTIATED_CLAIM", "Claim without support"),
            Map.entry("UNPROFESSIONAL", "Unprofessional tone"),
            Map.entry("INDIVIDUAL_ADVICE", "Advice to one person"),
            Map.entry("TESTIMONIAL_WITHOUT_AUTHORIZATION", "Patient story without authorization"),
            Map.entry("CONFIDENTIAL_INTERNAL", "Internal matter"),
            Map.entry("UNKNOWN_PERSON_NAMED", "Names someone we do not know"));

    private static final Map<String, String> EVENTS = Map.ofEntries(
            Map.entry("OPENED", "held it for review"),
            Map.entry("CLAIMED", "claimed it"),
            Map.entry("UNCLAIMED", "gave it back"),
            Map.entry("APPROVED", "approved it"),
            Map.entry("RELEASED", "released it for publication"),
            Map.entry("REJECTED", "rejected it"),
            Map.entry("CHANGES_REQUESTED", "requested changes"),
            Map.entry("SUPERSEDED", "closed it for a newer revision"),
            Map.entry("TAKEN_OVER", "took it over"),
            Map.entry("EXTENDED", "went on looking at it"),
            Map.entry("EDITED", "edited it"),
            Map.entry("COMMENTED", "commented"),
            Map.entry("ESCALATED", "escalated it"),
            Map.entry("WITHDRAWN", "withdrew it"),
            Map.entry("EXPIRED", "closed it because its time had passed"),
            Map.entry("UNDONE", "took the decision back"),
            Map.entry("REOPENED", "held it again under another policy"),
            Map.entry("REFUSED", "was refused"));

    private Words() {}

    static String reason(String name) {
        return REASONS.getOrDefault(name, spelled(name));
    }

    static String severity(Severity severity) {
        return switch (severity) {
            case HIGH -> "High";
            case LOW -> "Low";
        };
    }

    static String action(Action action) {
        return switch (action) {
            case NOTE -> "Noted only; it holds nothing";
            case HOLD -> "One person decides";
            case HOLD_FOR_TWO -> "Two people must approve";
            case BLOCK -> "Nobody can approve this wording";
        };
    }

    static String step(Delivery.Step step) {
        return switch (step) {
            case CANCELLED -> "Stopped before it went out";
            case EXPIRED -> "Expired before it went out";
            case RECHECKED -> "Sent back to be judged again";
            case TAKEDOWN_TASK -> "To be taken down by hand";
            case STOP_REQUESTED -> "Being stopped";
            case UNKNOWN -> "In a step that this version does not know";
            case SCHEDULED -> "Waits for its time";
            case PREPARED -> "Prepared";
            case ARMED -> "Being sent";
            case PUBLISHED -> "Published";
            case REJECTED -> "Refused by the platform";
            case RETRY_AT -> "Will be tried again";
            case UNCONFIRMED -> "Unconfirmed: look whether it is live";
            case TAKEDOWN_REQUESTED -> "Being taken down";
            case REMOVED -> "Taken down";
            case TAKEDOWN_UNCONFIRMED -> "Take-down unconfirmed: look whether it is gone";
        };
    }

    /** What somebody did, after their name; a kind that is not known here is spelled out. */
    static String event(String kind) {
        return EVENTS.getOrDefault(kind, "did: " + spelled(kind));
    }

    static String outcome(CaseState state) {
        return switch (state) {
            case OPEN -> "still open";
            case RELEASED -> "approved and released";
            case REJECTED -> "rejected";
            case CHANGES_REQUESTED -> "sent back for changes";
            case SUPERSEDED -> "replaced by a newer revision";
            case APPROVED -> "approved, and about to go out";
            case EDITED -> "edited by a reviewer";
            case WITHDRAWN -> "withdrawn by its author";
            case EXPIRED -> "expired";
        };
    }

    /** The simple name of an exception, as words: {@code SerializationException} as “Serialization”. */
    static String fault(String name) {
        String words = name.replaceAll("(Exception|Error)$", "").replaceAll("(?<=[a-z])(?=[A-Z])", "_");
        return words.isEmpty() ? "Unknown fault" : spelled(words);
    }

    /** What a detector saw. */
    static String kind(String name) {
        return name.equals("UNREADABLE") ? "Not read by the check" : spelled(name);
    }

    /** {@code PERSON_NAME} as “Person name”. */
    static String spelled(String name) {
        String words = name.replace('_', ' ').strip().toLowerCase(Locale.ROOT);
        return words.isEmpty() ? "Unnamed" : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
