package org.imprimatur.analyzer.judge;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.imprimatur.analyzer.draft.Draft;
import org.imprimatur.analyzer.draft.Finding;
import org.imprimatur.analyzer.draft.FindingKind;
import org.imprimatur.analyzer.policy.Action;
import org.imprimatur.analyzer.policy.Reason;
import org.imprimatur.analyzer.policy.Ruling;
import org.imprimatur.analyzer.policy.Severity;

/** What holds a draft whatever the policy says: no policy can switch these off. */
enum Objection {
    ENGINE_FAILURE(
            Reason.ENGINE_FAILURE,
            "Could not be checked completely",
            "A part of the automatic check failed, so a person must look at this draft.",
            "Nothing is wrong with your draft on this account; a reviewer will read it."),
    MISSING_POLICY(
            Reason.MISSING_POLICY,
            "No rules are active",
            "No policy is active, so nothing can be cleared automatically.",
            "Ask an administrator to publish a policy."),
    MISSING_ORGANIZATION(
            Reason.MISSING_ORGANIZATION,
            "The organization is not described",
            "The organization's profile is missing, so own contacts and staff cannot be told from private ones.",
            "Ask an administrator to load the organization's profile."),
    UNKNOWN_ACCOUNT(
            Reason.UNKNOWN_ACCOUNT,
            "Unknown account",
            "The account that this draft is meant for is not registered.",
            "Choose a registered account, or ask an administrator to add this one."),
    FROZEN_ACCOUNT(
            Reason.FROZEN_ACCOUNT,
            "The account is frozen",
            "Nothing may go out on this account at present.",
            "Wait until the account is released, or ask whoever froze it."),
    CONTENT_HASH_MISMATCH(
            Reason.CONTENT_HASH_MISMATCH,
            "Content and seal differ",
            "What arrived is not what was sealed when it was submitted.",
            "Submit the draft again."),
    PICTURE_NOT_ANALYSED(
            Reason.PICTURE_NOT_ANALYSED,
            "A picture that nobody has looked at",
            "Pictures and films are not analysed automatically, so a person must look at them.",
            "Check faces, badges, screens, whiteboards and documents in the picture.");

    /** Stands where the id of a detector does when it was the engine itself that saw or failed. */
    static final String ENGINE = "engine";

    private final Reason reason;
    private final String title;
    private final String message;
    private final String suggestion;

    Objection(Reason reason, String title, String message, String suggestion) {
        this.reason = reason;
        this.title = title;
        this.message = message;
        this.suggestion = suggestion;
    }

    /** How it appears among what was seen; {@code detector} is the one that it concerns. */
    Finding finding(String detector) {
        return new Finding(
                detector, FindingKind.UNREADABLE, List.of(), 1.0, message, Optional.empty(), Optional.of(suggestion));
    }

    /** How it appears among what was seen in this draft: each picture is looked at for itself. */
    List<Finding> findings(Draft draft) {
        Finding finding = finding(ENGINE);
        return this == PICTURE_NOT_ANALYSED
                ? IntStream.range(0, draft.media().size())
                        .mapToObj(finding::ofPicture)
                        .toList()
                : List.of(finding);
    }

    /** How it appears among the rules that applied; {@code findings} are the indexes of its own. */
    Ruling ruling(List<Integer> findings) {
        return new Ruling(
                "standing:" + name(),
                title,
                reason,
                "",
                Action.HOLD,
                Severity.LOW,
                message,
                Optional.of(suggestion),
                findings);
    }
}
