package org.imprimatur.approver.web.author;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.imprimatur.approver.readmodel.PostState;
import org.imprimatur.approver.readmodel.PostView;
import org.imprimatur.approver.readmodel.RevisionView;
import org.imprimatur.approver.web.view.Stage;

/**
 * How far a post has come, as one line of steps.
 *
 * @param steps in order
 * @param sentence what happens now, or what to do
 * @param platforms what became of it on each account
 */
public record Journey(List<Step> steps, String sentence, List<String> platforms) {
    public Journey {
        steps = List.copyOf(steps);
        platforms = List.copyOf(platforms);
    }

    /** One step; {@code state} is done, now, stop or todo. */
    public record Step(String word, String state) {
        /** For those who do not see its colour. */
        public String spoken() {
            return switch (state) {
                case "done" -> "done";
                case "now" -> "now";
                case "stop" -> "stopped here";
                default -> "to come";
            };
        }
    }

    /**
     * Of the newest revision.
     *
     * @param place in the queue, from 1; empty when it does not wait
     */
    static Journey of(PostView post, Optional<String> place, Instant now) {
        RevisionView newest = post.newest();
        boolean held = newest.review().isPresent()
                || newest.verdict().filter(verdict -> verdict.held()).isPresent()
                || newest.verdict().isEmpty();
        List<String> words = new ArrayList<>(List.of("Draft", "Screening"));
        if (held) {
            words.addAll(List.of("Waiting", "In review", "Approved"));
        } else {
            words.add("Cleared");
        }
        if (newest.content().scheduledAt().isPresent() || post.state() == PostState.SCHEDULED) {
            words.add("Scheduled");
        }
        words.addAll(List.of("Publishing", "Published"));
        Stage stage = Stage.of(post.state());
        return new Journey(
                steps(words, at(post.state()), stage, whereItStops(words, post, newest)),
                place.filter(any -> post.state() == PostState.WAITING)
                        .map(where -> "Waiting for review: " + where + ".")
                        .orElseGet(() -> stage.word() + ". " + stage.meaning()),
                post.deliveries().stream()
                        .filter(delivery ->
                                delivery.revision() == newest.content().revision())
                        .map(delivery -> delivery.account() + ": "
                                + Stage.of(post.state()).word())
                        .distinct()
                        .toList());
    }

    /** The step at which a post stands; empty where it stopped. */
    private static Optional<String> at(PostState state) {
        return switch (state.name()) {
            case "SCREENING" -> Optional.of("Screening");
            case "WAITING" -> Optional.of("Waiting");
            case "CLAIMED" -> Optional.of("In review");
            case "APPROVED", "CLEARED" -> Optional.of("Approved");
            case "SCHEDULED" -> Optional.of("Scheduled");
            case "PUBLISHING" -> Optional.of("Publishing");
            case "PUBLISHED" -> Optional.of("Published");
            default -> Optional.empty();
        };
    }

    /** What came as far as the publisher had been approved or cleared before. */
    private static int whereItStops(List<String> words, PostView post, RevisionView newest) {
        boolean left = post.deliveries().stream()
                .anyMatch(delivery -> delivery.revision() == newest.content().revision());
        return left ? words.indexOf("Publishing") : Math.max(2, words.indexOf("In review"));
    }

    private static List<Step> steps(List<String> words, Optional<String> at, Stage stage, int stop) {
        int now = at.map(words::indexOf).orElse(-1);
        if (at.isPresent() && now < 0) {
            // a step of the other way, such as approved for what the policy cleared
            now = at.get().equals("Approved") ? words.indexOf("Cleared") : words.indexOf("Screening");
        }
        List<Step> steps = new ArrayList<>();
        boolean stopped = at.isEmpty();
        for (int index = 0; index < words.size(); index++) {
            if (stopped && index > stop) {
                continue;
            }
            String word = stopped && index == stop ? stage.word() : words.get(index);
            boolean last = index == words.size() - 1;
            String state = stopped
                    ? index == stop ? "stop" : "done"
                    : index < now || (index == now && last) ? "done" : index == now ? "now" : "todo";
            steps.add(new Step(word, state));
        }
        return steps;
    }
}
