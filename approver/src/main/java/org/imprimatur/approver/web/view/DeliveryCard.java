package org.imprimatur.approver.web.view;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.imprimatur.approver.post.Delivery;
import org.imprimatur.approver.post.DeliveryRequest;

/**
 * One publication for a reader: where it stands, where it is to be seen, and what to do about it.
 *
 * @param id of the delivery
 * @param postId the post
 * @param revision which one
 * @param account where
 * @param platform of the account, for people; empty while nobody knows it
 * @param stage where it stands, what follows, and which look it has
 * @param reason why it stands there, in the words of the publisher or the platform
 * @param address where the public finds it; empty while it was never live
 * @param due when it goes out, or is tried again
 * @param takedown who wanted it down, and why
 * @param at when it came there
 * @param asks what the reader may ask for
 */
public record DeliveryCard(
        String id,
        String postId,
        int revision,
        String account,
        String platform,
        Stage stage,
        Optional<String> reason,
        Optional<Address> address,
        Optional<Moment> due,
        Optional<Takedown> takedown,
        Moment at,
        List<Ask> asks) {
    public DeliveryCard {
        asks = List.copyOf(asks);
    }

    /**
     * An address as a platform or a person gave it.
     *
     * @param text as it was given
     * @param web whether it is one that a browser may follow from here
     */
    public record Address(String text, boolean web) {
        static Address of(String text) {
            return new Address(text, text.startsWith("https://") || text.startsWith("http://"));
        }
    }

    /**
     * That it shall go, or is gone.
     *
     * @param asked who asked, and why, as a sentence
     * @param seen when what the public saw was kept
     * @param proof what a person showed
     */
    public record Takedown(String asked, Optional<Moment> seen, Optional<Address> proof) {}

    /**
     * One thing that the reader may ask for.
     *
     * @param label of the button
     * @param address of its form
     * @param grave whether it takes something down
     */
    public record Ask(String label, String address, boolean grave) {}

    /** As this viewer may see it at {@code now}. */
    public static DeliveryCard of(Delivery delivery, Viewer viewer, Instant now) {
        return new DeliveryCard(
                delivery.deliveryId(),
                delivery.postId(),
                delivery.revision(),
                delivery.account(),
                delivery.platform().isEmpty() ? "" : PlatformName.of(delivery.platform()),
                DeliveryWords.stage(delivery, viewer.settles()),
                delivery.reason().filter(reason -> !isSaidAlready(delivery.step(), reason)),
                delivery.url().map(Address::of),
                delivery.dueAt().map(at -> Moment.next(at, now)),
                delivery.takedown().map(down -> takedown(down, now)),
                Moment.of(delivery.at(), now),
                viewer.settles()
                        ? delivery.step().asks().stream()
                                .map(kind -> new Ask(
                                        DeliveryWords.ask(kind, delivery.step()),
                                        form(delivery.deliveryId(), kind),
                                        kind == DeliveryRequest.Kind.TAKE_DOWN))
                                .toList()
                        : List.of());
    }

    /** A post that only waits for its time needs no reason beside that. */
    private static boolean isSaidAlready(Delivery.Step step, String reason) {
        return step == Delivery.Step.SCHEDULED && reason.equals("scheduled");
    }

    private static Takedown takedown(Delivery.Takedown down, Instant now) {
        String who = down.actor().isEmpty() ? "Somebody" : down.actor();
        String asked = down.actor().startsWith("authorization ")
                ? "Asked for by a revocation: " + down.because()
                : who + " asked for it: " + down.because();
        return new Takedown(
                asked, down.seenAt().map(at -> Moment.of(at, now)), down.proof().map(Address::of));
    }

    /** What is due: that it goes out, or the next try. */
    public String dueWord() {
        return stage.tone() == Stage.Tone.WAITING ? "goes out" : "next try";
    }

    /** The address of its own page. */
    public String page() {
        return page(id);
    }

    /** An id for its element on a page. */
    public String element() {
        return element(id);
    }

    public static String page(String deliveryId) {
        return "/publishing/delivery?id=" + encoded(deliveryId);
    }

    /** The id of its element: letters, digits and hyphens only. */
    public static String element(String deliveryId) {
        return "delivery-" + java.util.UUID.nameUUIDFromBytes(deliveryId.getBytes(StandardCharsets.UTF_8));
    }

    private static String form(String deliveryId, DeliveryRequest.Kind kind) {
        return "/publishing/ask?id=" + encoded(deliveryId) + "&kind="
                + kind.name().toLowerCase(Locale.ROOT);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
