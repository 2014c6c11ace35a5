package org.imprimatur.approver.web.publishing;

import java.util.Optional;
import org.imprimatur.approver.post.Delivery;
import org.imprimatur.approver.post.DeliveryRequest;
import org.imprimatur.approver.web.view.DeliveryWords;
import org.imprimatur.approver.web.view.Frame;

/**
 * The form that asks for one thing about one publication.
 *
 * @param frame what surrounds it
 * @param line the publication
 * @param step where it stands
 * @param kind what is asked
 * @param commandId so that a form sent twice acts once
 * @param typed what was typed before
 * @param fault why it was not taken
 */
public record AskScreen(
        Frame frame,
        PublishingScreen.Line line,
        Delivery.Step step,
        DeliveryRequest.Kind kind,
        String commandId,
        Typed typed,
        Optional<String> fault) {

    /** What was typed. */
    public record Typed(String reason, String priority, String url, String proof) {
        static final Typed NOTHING = new Typed("", "0", "", "");
    }

    public String label() {
        return DeliveryWords.ask(kind, step);
    }

    /** What the page asks, as its heading. */
    public String title() {
        return switch (kind) {
            case TAKE_DOWN -> label().equals("Take down") ? "Take this post down?" : label() + "?";
            case CANCEL -> "Cancel this publication?";
            case CONFIRM_LIVE -> "Confirm that it is live";
            case CONFIRM_NOT_LIVE -> "Confirm that it is not live";
            case TASK_DONE -> "Show that it is gone";
            case UNKNOWN -> label();
        };
    }

    public String consequence() {
        return DeliveryWords.consequence(kind, step);
    }

    public boolean takesDown() {
        return kind == DeliveryRequest.Kind.TAKE_DOWN;
    }

    public boolean wantsAddress() {
        return kind == DeliveryRequest.Kind.CONFIRM_LIVE;
    }

    public boolean wantsProof() {
        return kind == DeliveryRequest.Kind.TASK_DONE;
    }

    /** What is asked for in the field of the reason. */
    public String question() {
        return switch (kind) {
            case CONFIRM_LIVE, CONFIRM_NOT_LIVE -> "Where did you look?";
            case TASK_DONE -> "How did it go?";
            case TAKE_DOWN, CANCEL, UNKNOWN -> "Why?";
        };
    }
}
