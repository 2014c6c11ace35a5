package org.imprimatur.approver.web.author;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.imprimatur.approver.post.Picture;
import org.imprimatur.approver.post.Revision;
import org.imprimatur.approver.post.Unsent;
import org.imprimatur.approver.post.Verdict;
import org.imprimatur.approver.readmodel.ReviewTargets;
import org.imprimatur.approver.web.author.WordDiff.Stretch;
import org.imprimatur.approver.web.view.Labels;
import org.imprimatur.approver.web.view.Why;
import org.imprimatur.kit.identity.Identity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the engine about a draft in writing, and says it when nobody answers. */
final class LiveChecks {
    private static final Logger LOG = LoggerFactory.getLogger(LiveChecks.class);
    private static final Checked NOTHING_YET = new Checked(
            Checked.Tone.UNKNOWN,
            "Nothing to check yet",
            "Write a text; it is checked as you write.",
            Optional.empty(),
            List.of());
    private static final Checked NO_ACCOUNT = new Checked(
            Checked.Tone.UNKNOWN,
            "Not checked yet",
            "Choose an account; the check depends on it.",
            Optional.empty(),
            List.of());
    private static final Checked SILENT = new Checked(
            Checked.Tone.UNKNOWN,
            "Not checked just now",
            "The check does not answer. Write on and hand it in; it is checked then, before anything goes out.",
            Optional.empty(),
            List.of());

    private final DraftDesk desk;
    private final ReviewTargets targets;

    LiveChecks(DraftDesk desk, ReviewTargets targets) {
        this.desk = desk;
        this.targets = targets;
    }

    /** What it says to the draft on the first of its accounts. */
    Checked of(Identity author, Unsent unsent, Instant now) {
        if (unsent.text().isBlank()) {
            return NOTHING_YET;
        }
        if (unsent.accounts().isEmpty()) {
            return NO_ACCOUNT;
        }
        return verdict(author, unsent, now)
                .map(verdict -> checked(unsent.text(), verdict))
                .orElse(SILENT);
    }

    /** The verdict; empty when the engine does not answer. */
    Optional<Verdict> verdict(Identity author, Unsent unsent, Instant now) {
        try {
            return Optional.of(VerdictBody.read(
                    desk.check(author, body(unsent, unsent.accounts().get(0))), now));
        } catch (RuntimeException silent) {
            LOG.atWarn().addKeyValue("cause", silent.getClass().getSimpleName()).log("live_check_unanswered");
            return Optional.empty();
        }
    }

    /** The draft as the API takes it, for one of its accounts, without its times. */
    static Map<String, Object> body(Unsent unsent, String account) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("account", account);
        body.put("kind", unsent.reply() ? "reply" : "post");
        if (unsent.reply()) {
            body.put("inReplyTo", unsent.inReplyTo());
        }
        body.put("text", unsent.text());
        body.put("variants", unsent.variants());
        body.put(
                "media",
                unsent.pictures().stream()
                        .map(one -> Map.of("hash", one.hash(), "altText", one.altText()))
                        .toList());
        body.put("authorizations", unsent.authorizations());
        return body;
    }

    private Checked checked(String text, Verdict verdict) {
        Why why = Why.of(revision(text), Optional.of(verdict));
        if (!verdict.held()) {
            return new Checked(
                    Checked.Tone.CLEAR,
                    "Would go out",
                    "Nothing holds it; no reviewer is needed.",
                    Optional.of(why),
                    List.of());
        }
        int reasons = why.reasons().size();
        return new Checked(
                Checked.Tone.HELD,
                "Would be held for " + (reasons == 1 ? "1 reason" : reasons + " reasons"),
                decides(verdict),
                Optional.of(why),
                offers(text, verdict));
    }

    private String decides(Verdict verdict) {
        String target = Slot.length(
                verdict.severity() == org.imprimatur.approver.post.Severity.HIGH ? targets.severe() : targets.mild());
        if (verdict.blocked()) {
            return "Nobody can approve this wording; it has to change.";
        }
        return (verdict.approvalsNeeded() > 1
                        ? verdict.approvalsNeeded() + " reviewers would have to approve it"
                        : "One reviewer would decide")
                + ", within " + target + " of handing in.";
    }

    /** One for each finding that has other wording, the same change once; labels as the marks carry them. */
    static List<Checked.Offer> offers(String text, Verdict verdict) {
        Labels labels = Labels.of(verdict);
        Set<List<String>> offered = new HashSet<>();
        return SaferWording.mendable(text, verdict).stream()
                .sorted(Comparator.comparingInt(labels.order()::indexOf))
                .map(index -> offer(text, verdict, index, labels.of(index)))
                .filter(offer -> offered.add(List.of(offer.gone(), offer.instead())))
                .toList();
    }

    private static Checked.Offer offer(String text, Verdict verdict, int index, String label) {
        WordDiff diff =
                WordDiff.of(text, SaferWording.of(text, verdict, List.of(index)).orElse(text));
        return new Checked.Offer(index, label, changed(diff.before()), changed(diff.after()));
    }

    private static String changed(List<Stretch> stretches) {
        return stretches.stream()
                .filter(Stretch::changed)
                .map(stretch -> stretch.text().strip())
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(" … "));
    }

    private static Revision revision(String text) {
        return new Revision(
                "",
                1,
                "",
                "",
                List.of(),
                "",
                Optional.empty(),
                text,
                Map.of(),
                List.<Picture>of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Instant.EPOCH);
    }
}
