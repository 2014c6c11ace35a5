package org.imprimatur.approver.web.view;

import java.util.List;
import java.util.Locale;
import org.imprimatur.approver.post.Delivery;
import org.imprimatur.approver.post.DeliveryOrder;
import org.imprimatur.approver.post.DeliveryRequest;

/** What publications and questions about them are called, and what is to be done about each. */
public final class DeliveryWords {
    private static final String BY_A_REVIEWER = "A reviewer looks at this; you need not do anything.";

    /** What is to be done about a refusal, by words that it holds; the first that fits counts. */
    private static final List<Advice> REFUSALS = List.of(
            new Advice(
                    "no connector for the platform",
                    "This platform is not set up. Ask whoever runs the publisher, then hand the post in again."),
            new Advice("is not known", "Ask an administrator to add the account, then hand the post in again."),
            new Advice("authorization", "Attach an authorization that holds, and hand in a new revision."),
            new Advice("picture that may not go out", "Take the picture out, and hand in a new revision."),
            new Advice("what it was cleared under never was what holds", "Ask whoever runs the analyzer."));

    private record Advice(String word, String sentence) {}

    private DeliveryWords() {}

    /** Where it stands; {@code settles} for who may do something about it. */
    static Stage stage(Delivery delivery, boolean settles) {
        Delivery.Group group = delivery.step().group();
        String meaning = group == Delivery.Group.NEEDS_PERSON && !settles ? BY_A_REVIEWER : advice(delivery);
        return new Stage(Words.step(delivery.step()), meaning, tone(group));
    }

    private static Stage.Tone tone(Delivery.Group group) {
        return switch (group) {
            case NEEDS_PERSON, REFUSED -> Stage.Tone.ACT;
            case UNDER_WAY -> Stage.Tone.MOVING;
            case WAITING -> Stage.Tone.WAITING;
            case LIVE, ENDED -> Stage.Tone.DONE;
        };
    }

    private static String advice(Delivery delivery) {
        return switch (delivery.step()) {
            case SCHEDULED -> "It goes out automatically, after one more check that it still may.";
            case RECHECKED -> "What it rested on has changed, so it is judged again automatically.";
            case PREPARED, ARMED -> "This takes a moment.";
            case RETRY_AT ->
                "It is not live, and is tried again automatically. If the reason names something that is not set up, tell"
                        + " whoever runs the publisher.";
            case PUBLISHED -> "It is live.";
            case REJECTED -> refused(delivery.reason().orElse(""));
            case UNCONFIRMED ->
                "Look on the platform whether it is there, then say so here. Nothing is sent again until you do.";
            case TAKEDOWN_REQUESTED -> "It is taken down automatically, and looked for until it is gone.";
            case TAKEDOWN_TASK ->
                "No program can take this one down. Take it down by hand on the platform, then show here that it is gone.";
            case TAKEDOWN_UNCONFIRMED ->
                "Look on the platform whether it is gone. If it is, show it here; if it is not, take it down by hand or"
                        + " ask once more.";
            case REMOVED ->
                delivery.takedown().flatMap(Delivery.Takedown::proof).isPresent()
                        ? "Somebody took it down by hand and showed it."
                        : "It was looked for and is not seen any more.";
            case CANCELLED -> "It did not go out. To publish it after all, hand in a new revision.";
            case EXPIRED -> "It did not go out in time. Hand in a new revision with a later time.";
            case STOP_REQUESTED -> "It is stopped, if it has not gone out.";
            case UNKNOWN -> "A later version of the publisher wrote this; update this program to see what it means.";
        };
    }

    private static String refused(String reason) {
        String known = reason.toLowerCase(Locale.ROOT);
        return REFUSALS.stream()
                .filter(advice -> known.contains(advice.word()))
                .map(Advice::sentence)
                .findFirst()
                .orElse("Mend what the refusal names, and hand in a new revision; this one will not go out.");
    }

    /** The label of a button. */
    public static String ask(DeliveryRequest.Kind kind, Delivery.Step step) {
        return switch (kind) {
            case TAKE_DOWN ->
                step.group() == Delivery.Group.NEEDS_PERSON && step != Delivery.Step.UNCONFIRMED
                        ? "Try the take-down again"
                        : "Take down";
            case CANCEL -> "Cancel";
            case CONFIRM_LIVE -> "It is live";
            case CONFIRM_NOT_LIVE -> "It is not live";
            case TASK_DONE -> "It is gone";
            case UNKNOWN -> "Ask";
        };
    }

    /** What will happen, as a sentence under the form's title. */
    public static String consequence(DeliveryRequest.Kind kind, Delivery.Step step) {
        return switch (kind) {
            case TAKE_DOWN ->
                step == Delivery.Step.UNCONFIRMED
                        ? "As soon as somebody finds it on the platform, it is taken down."
                        : "What the public sees is kept as evidence, then it is taken down and looked for until it is"
                                + " gone. This can’t be undone; to publish it again, hand in a new revision.";
            case CANCEL ->
                "It stays out, unless it has gone out already. To publish it after all, hand in a new revision.";
            case CONFIRM_LIVE -> "It counts as published at the address that you give.";
            case CONFIRM_NOT_LIVE ->
                "It is looked at again and sent once more. Be sure that it is not there: it would stand there twice.";
            case TASK_DONE -> "The task ends with what you show. It stands in the history under your name.";
            case UNKNOWN -> "";
        };
    }

    /** What a person asked, after their name. */
    public static String asked(DeliveryRequest.Kind kind) {
        return switch (kind) {
            case TAKE_DOWN -> "asked for it to be taken down";
            case CANCEL -> "cancelled it";
            case CONFIRM_LIVE -> "found it live";
            case CONFIRM_NOT_LIVE -> "looked, and it was not live";
            case TASK_DONE -> "showed that it is gone";
            case UNKNOWN -> "asked for something of a later version";
        };
    }

    /** What came of it, for who asked. */
    public static String answered(DeliveryOrder order) {
        return switch (order.request().kind()) {
            case TAKE_DOWN -> "The take-down is under way. This page follows it.";
            case CANCEL -> "It is being stopped. This page follows it.";
            case CONFIRM_LIVE -> "It counts as published.";
            case CONFIRM_NOT_LIVE -> "It goes out again, if everything that it rests on still holds.";
            case TASK_DONE -> "The task is done.";
            case UNKNOWN -> "It was taken up.";
        };
    }

    /** The name of a group, as a part of the list. */
    public static String group(Delivery.Group group) {
        return switch (group) {
            case NEEDS_PERSON -> "Needs a person";
            case UNDER_WAY -> "Under way";
            case WAITING -> "Waits";
            case REFUSED -> "Refused";
            case LIVE -> "Live";
            case ENDED -> "Ended";
        };
    }
}
