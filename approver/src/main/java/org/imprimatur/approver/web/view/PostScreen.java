package org.imprimatur.approver.web.view;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.imprimatur.approver.readmodel.PostState;

/**
 * One revision of one post: what it says, why it is held, what to do.
 *
 * @param frame what surrounds it
 * @param postId the post
 * @param revision the revision on the page
 * @param newest the newest revision
 * @param stage where the newest revision stands
 * @param headline the five-second answer
 * @param severe whether a severe rule fired
 * @param facts account, author, times
 * @param why text and reasons
 * @param extras what goes out with the text
 * @param review its case; empty when it was not held
 * @param decision what the reader may do; empty when there is nothing to decide
 * @param publications what became of it on platforms
 * @param notice what came of the reader's last act
 */
public record PostScreen(
        Frame frame,
        String postId,
        int revision,
        int newest,
        Stage stage,
        String headline,
        boolean severe,
        Facts facts,
        Why why,
        Extras extras,
        Optional<Review> review,
        Optional<DecisionForm> decision,
        List<DeliveryCard> publications,
        Optional<Notice> notice) {
    public PostScreen {
        publications = List.copyOf(publications);
    }

    /** Whether a newer revision than the one on the page exists. */
    public boolean outdated() {
        return revision < newest;
    }

    /** The gravest reason of each kind: what all that follows comes to. */
    public List<Reason> gist() {
        return List.copyOf(why.reasons().stream()
                .collect(Collectors.toMap(Reason::label, reason -> reason, (first, later) -> first, LinkedHashMap::new))
                .values());
    }

    /** What stands above the text. */
    public String textTitle() {
        return stage.word().equals(Stage.of(PostState.PUBLISHED).word())
                        || stage.word().equals(Stage.of(PostState.REMOVED).word())
                ? "What went out"
                : "What would go out";
    }

    /** What stands above the reasons. */
    public String whyTitle() {
        if (why.reasons().isEmpty()) {
            return publications.isEmpty() ? "What was seen" : "What became of it";
        }
        return review.filter(Review::open).isPresent() ? "Why it is held" : "Why it was held";
    }

    /** The address of the page of one revision. */
    public String address(int other) {
        return "/posts/" + postId + "?revision=" + other;
    }

    /** The address of its stream, which tells only what this page does not show. */
    public String live() {
        return "/posts/" + postId + "/live?revision=" + revision + "&stage="
                + URLEncoder.encode(stage.word(), StandardCharsets.UTF_8) + "&claim="
                + review.flatMap(Review::claimedBy).orElse("");
    }

    @Override
    public String toString() {
        return "PostScreen[postId=" + postId + ", revision=" + revision + "]";
    }

    /** Who, where, when. */
    public record Facts(String account, String author, Moment submitted, Optional<Moment> scheduled) {}

    /**
     * What an approval freezes beside the text.
     *
     * @param inReplyTo what it answers
     * @param variants text by platform
     * @param pictures what is shown with it
     * @param authorizations ids of attached authorizations
     */
    public record Extras(
            Optional<String> inReplyTo,
            Map<String, String> variants,
            List<Picture> pictures,
            List<String> authorizations) {
        @Override
        public String toString() {
            return "Extras[" + pictures.size() + " pictures]";
        }
    }

    /** A picture: where its bytes are, what those who cannot see it are told, and the findings about it. */
    public record Picture(int number, String address, String altText, List<Box> boxes) {
        public Picture {
            boxes = List.copyOf(boxes);
        }
    }

    /**
     * Where the review of this revision stands.
     *
     * @param open whether a decision is still due
     * @param due when; only meaningful while open
     * @param overdue whether that is past
     * @param claimedBy who looks at it
     * @param sentences claim and approvals in words
     */
    public record Review(
            boolean open, Moment due, boolean overdue, Optional<String> claimedBy, List<String> sentences) {
        public Review {
            sentences = List.copyOf(sentences);
        }
    }
}
