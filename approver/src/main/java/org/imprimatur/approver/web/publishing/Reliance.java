package org.imprimatur.approver.web.publishing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.imprimatur.approver.post.Delivery;
import org.imprimatur.approver.post.Delivery.Group;
import org.imprimatur.approver.post.Delivery.Step;
import org.imprimatur.approver.post.DeliveryRequest;
import org.imprimatur.approver.readmodel.DeliveryRow;
import org.imprimatur.platforms.Platform;
import org.imprimatur.platforms.Platforms;

/** What rests on an authorization, and so what its revocation does. */
record Reliance(List<Delivery> deliveries) {
    Reliance {
        deliveries = List.copyOf(deliveries);
    }

    static Reliance of(List<DeliveryRow> rows) {
        return new Reliance(rows.stream().map(DeliveryRow::delivery).toList());
    }

    /** What a revocation would do now, as sentences. */
    List<String> foreseen() {
        List<String> sentences = new ArrayList<>();
        say(
                sentences,
                count(Reliance::waits),
                " post that has not gone out will be cancelled.",
                " posts that have not gone out will be cancelled.");
        say(
                sentences,
                count(Reliance::comesDown),
                " post that is live will be taken down, after what the public saw was kept as evidence.",
                " posts that are live will be taken down, after what the public saw was kept as evidence.");
        say(
                sentences,
                count(Reliance::needsHands),
                " post needs a person: no program can take it down, or nobody is sure that it is live.",
                " posts need a person: no program can take them down, or nobody is sure that they are live.");
        if (sentences.isEmpty()) {
            sentences.add("Nothing that waits or is live rests on it.");
        }
        sentences.add("Whatever names it from now on does not go out, and the pictures of it are blocked.");
        return sentences;
    }

    /** What a revocation did so far, as sentences. */
    List<String> done() {
        List<String> sentences = new ArrayList<>();
        say(sentences, count(is(Step.CANCELLED)), " post was cancelled.", " posts were cancelled.");
        say(sentences, count(is(Step.REMOVED)), " post was taken down.", " posts were taken down.");
        say(
                sentences,
                count(each -> isOpen(each) && each.step().group() != Group.NEEDS_PERSON),
                " post is being stopped or taken down.",
                " posts are being stopped or taken down.");
        say(
                sentences,
                count(each -> each.step().group() == Group.NEEDS_PERSON),
                " post needs a person: see below what to do.",
                " posts need a person: see below what to do.");
        return sentences.isEmpty() ? List.of("Nothing that waited or was live rested on it.") : sentences;
    }

    /** Whether nothing more comes of a revocation by itself or by a person. */
    boolean settled() {
        return deliveries.stream().noneMatch(Reliance::isOpen);
    }

    private static boolean isOpen(Delivery delivery) {
        return delivery.step().group() != Group.ENDED && delivery.step().group() != Group.REFUSED;
    }

    private static boolean waits(Delivery delivery) {
        return delivery.step().asks().contains(DeliveryRequest.Kind.CANCEL);
    }

    private static boolean comesDown(Delivery delivery) {
        return isOpen(delivery) && !waits(delivery) && !needsHands(delivery);
    }

    private static boolean needsHands(Delivery delivery) {
        boolean keeps =
                !Platforms.named(delivery.platform()).map(Platform::removes).orElse(true);
        return delivery.step().group() == Group.NEEDS_PERSON || (delivery.step() == Step.PUBLISHED && keeps);
    }

    private static Predicate<Delivery> is(Step step) {
        return delivery -> delivery.step() == step;
    }

    private long count(Predicate<Delivery> which) {
        return deliveries.stream().filter(which).count();
    }

    private static void say(List<String> sentences, long number, String one, String several) {
        if (number > 0) {
            sentences.add(number + (number == 1 ? one : several));
        }
    }
}
