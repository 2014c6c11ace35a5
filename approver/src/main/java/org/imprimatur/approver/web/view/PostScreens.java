package org.imprimatur.approver.web.view;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.imprimatur.approver.post.Revision;
import org.imprimatur.approver.post.Severity;
import org.imprimatur.approver.post.Verdict;
import org.imprimatur.approver.readmodel.CaseState;
import org.imprimatur.approver.readmodel.CaseView;
import org.imprimatur.approver.readmodel.ClaimView;
import org.imprimatur.approver.readmodel.HistoryRow;
import org.imprimatur.approver.readmodel.PostView;
import org.imprimatur.approver.readmodel.RevisionView;

/** Makes the page of one revision from what the read model knows. */
public final class PostScreens {
    private final Viewer viewer;
    private final PostView post;
    private final RevisionView shown;
    private final Instant now;

    private PostScreens(Viewer viewer, PostView post, RevisionView shown, Instant now) {
        this.viewer = viewer;
        this.post = post;
        this.shown = shown;
        this.now = now;
    }

    /**
     * The page for this viewer.
     *
     * @param commandId fresh, or the one of a form that got no answer
     * @param typed what a refused form held
     */
    public static PostScreen of(
            Viewer viewer,
            PostView post,
            RevisionView shown,
            Instant now,
            String commandId,
            DecisionForm.Typed typed,
            Optional<Notice> notice) {
        return new PostScreens(viewer, post, shown, now).screen(commandId, typed, notice);
    }

    private PostScreen screen(String commandId, DecisionForm.Typed typed, Optional<Notice> notice) {
        Revision content = shown.content();
        boolean severe = shown.verdict().filter(PostScreens::severe).isPresent();
        Why why = Why.of(content, shown.verdict());
        return new PostScreen(
                new Frame("Post for " + content.account(), tab(), viewer),
                post.postId(),
                content.revision(),
                post.newest().content().revision(),
                Stage.of(post.state()),
                headline(),
                severe,
                new PostScreen.Facts(
                        content.account(),
                        content.author(),
                        Moment.of(content.submittedAt(), now),
                        content.scheduledAt().map(at -> Moment.of(at, now))),
                why,
                extras(content, why.boxes()),
                shown.review().map(this::review),
                new Offer(viewer, shown, now).form(commandId, typed),
                post.deliveries().stream()
                        .map(delivery -> DeliveryCard.of(delivery, viewer, now))
                        .toList(),
                notice);
    }

    private Frame.Tab tab() {
        return viewer.reviews() ? Frame.Tab.QUEUE : viewer.writes() ? Frame.Tab.MINE : Frame.Tab.HISTORY;
    }

    private static boolean severe(Verdict verdict) {
        return verdict.held() && verdict.severity() == Severity.HIGH;
    }

    private String headline() {
        return shown.review()
                .map(this::headline)
                .orElseGet(() -> shown.verdict().isEmpty()
                        ? "Being screened"
                        : shown.verdict().get().held() ? "Held for review" : "Cleared by the policy");
    }

    private String headline(CaseView review) {
        return switch (review.state()) {
            case OPEN -> held();
            case RELEASED -> "Approved by " + String.join(" and ", review.approvers());
            case REJECTED -> "Rejected" + by(review);
            case CHANGES_REQUESTED -> "Changes requested" + by(review);
            case SUPERSEDED -> "Replaced by a newer revision";
            case APPROVED -> "Approved by " + String.join(" and ", review.approvers()) + ", and about to go out";
            case EDITED -> "Edited" + by(review);
            case WITHDRAWN -> "Withdrawn" + by(review);
            case EXPIRED -> "Expired";
        };
    }

    private String held() {
        List<String> labels = shown.verdict().stream()
                .flatMap(verdict -> verdict.reasons().stream())
                .map(Words::reason)
                .distinct()
                .toList();
        return switch (labels.size()) {
            case 0 -> "Held: it could not be judged";
            case 1 -> "Held: " + uncapitalised(labels.get(0));
            case 2 -> "Held: " + uncapitalised(labels.get(0)) + ", and one more reason";
            default -> "Held: " + uncapitalised(labels.get(0)) + ", and " + (labels.size() - 1) + " more reasons";
        };
    }

    private static String uncapitalised(String words) {
        return Character.toLowerCase(words.charAt(0)) + words.substring(1);
    }

    private static String by(CaseView review) {
        return review.closing()
                .flatMap(HistoryRow::actor)
                .map(who -> " by " + who)
                .orElse("");
    }

    /**
     * What goes out with the text.
     *
     * @param boxes marks on pictures, by place from 0; none where the page does not list the findings
     */
    static PostScreen.Extras extras(Revision content, Map<Integer, List<Box>> boxes) {
        return new PostScreen.Extras(
                content.inReplyTo(),
                new TreeMap<>(content.variants()),
                IntStream.range(0, content.pictures().size())
                        .mapToObj(at -> picture(content, at, boxes.getOrDefault(at, List.of())))
                        .toList(),
                content.authorizations());
    }

    private static PostScreen.Picture picture(Revision content, int at, List<Box> boxes) {
        org.imprimatur.approver.post.Picture picture = content.pictures().get(at);
        return new PostScreen.Picture(
                at + 1, "/v1/media/" + picture.hash(), picture.altText().strip(), boxes);
    }

    private PostScreen.Review review(CaseView review) {
        List<String> sentences = new ArrayList<>();
        review.closing()
                .filter(event -> !event.kind().equals("RELEASED"))
                .flatMap(HistoryRow::reason)
                .ifPresent(reason -> sentences.add("“" + reason + "”"));
        if (review.state() == CaseState.OPEN) {
            claim(review).map(this::claimed).ifPresent(sentences::add);
            approvals(review).ifPresent(sentences::add);
            escalated(review).ifPresent(sentences::add);
            if (review.secondLook()) {
                sentences.add(
                        "Drawn for a second look: two people decide what would need one, so that we learn how often"
                                + " they agree.");
            }
        }
        if (review.state() == CaseState.APPROVED) {
            review.releaseAt()
                    .ifPresent(
                            at -> sentences.add("It goes out at " + Moment.seconds(at) + ", unless it is taken back."));
        }
        return new PostScreen.Review(
                review.state() == CaseState.OPEN,
                Moment.due(review.dueAt(), now),
                !now.isBefore(review.dueAt()),
                claim(review).map(ClaimView::by),
                sentences);
    }

    private Optional<ClaimView> claim(CaseView review) {
        return review.claim().filter(claim -> claim.holdsAt(now));
    }

    private String claimed(ClaimView claim) {
        String who = claim.by().equals(viewer.id()) ? "You have this" : claim.by() + " has this";
        return who + " until " + Moment.clock(claim.until()) + ".";
    }

    private static Optional<String> escalated(CaseView review) {
        return review.escalatedTo().map(to -> {
            String who = to.startsWith("role:")
                    ? "Somebody with the role " + to.substring("role:".length())
                    : to.substring("person:".length());
            return who + " was asked, and is one of those who approve.";
        });
    }

    private static Optional<String> approvals(CaseView review) {
        if (review.blocked()) {
            return Optional.of("The policy lets nobody approve this wording.");
        }
        if (review.approvalsNeeded() < 2) {
            return Optional.empty();
        }
        String who = review.approvers().isEmpty() ? "nobody" : String.join(", ", review.approvers());
        return Optional.of(review.approvalsNeeded() + " people must approve. So far: " + who + ".");
    }
}
