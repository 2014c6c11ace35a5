package org.imprimatur.approver.api;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.imprimatur.approver.post.Delivery;
import org.imprimatur.approver.post.DeliveryOrder;
import org.imprimatur.approver.post.DeliveryRequest;
import org.imprimatur.approver.post.DeliveryRequest.Kind;
import org.imprimatur.approver.readmodel.DeliveryFilter;
import org.imprimatur.approver.readmodel.DeliveryPage;
import org.imprimatur.approver.readmodel.DeliveryRow;
import org.imprimatur.kit.identity.Identity;

/** Publications, and what people ask about them, field by field. */
final class DeliveryBody {
    private DeliveryBody() {}

    static Map<String, Object> page(DeliveryPage page, DeliveryFilter filter) {
        return CaseBody.fields(
                "total", page.total(),
                "offset", filter.offset(),
                "items", page.rows().stream().map(DeliveryBody::row).toList());
    }

    private static Map<String, Object> row(DeliveryRow row) {
        Map<String, Object> fields = delivery(row.delivery());
        fields.put("preview", row.preview());
        fields.put("author", row.author());
        return fields;
    }

    static Map<String, Object> delivery(Delivery delivery) {
        return CaseBody.fields(
                "deliveryId", delivery.deliveryId(),
                "postId", delivery.postId(),
                "revision", delivery.revision(),
                "account", delivery.account(),
                "platform", Optional.of(delivery.platform()).filter(name -> !name.isEmpty()),
                "step", delivery.step().name(),
                "group", delivery.step().group().name(),
                "attempt", delivery.attempt(),
                "url", delivery.url(),
                "reason", delivery.reason(),
                "dueAt", delivery.dueAt(),
                "takedown", delivery.takedown().map(DeliveryBody::takedown),
                "at", delivery.at());
    }

    private static Map<String, Object> takedown(Delivery.Takedown takedown) {
        return CaseBody.fields(
                "actor", takedown.actor(),
                "because", takedown.because(),
                "priority", takedown.priority(),
                "seenAt", takedown.seenAt(),
                "proof", takedown.proof());
    }

    static Map<String, Object> order(DeliveryOrder order) {
        DeliveryRequest request = order.request();
        return CaseBody.fields(
                "commandId", request.commandId(),
                "postId", request.postId(),
                "deliveryId", request.deliveryId(),
                "kind", request.kind().name(),
                "actor", request.actor(),
                "roles", request.roles().stream().sorted().toList(),
                "reason", request.reason(),
                "priority", request.priority(),
                "url", request.url(),
                "proof", request.proof(),
                "askedAt", order.askedAt(),
                "deliveryIds", order.taken(),
                "refusal", order.refusal(),
                "answeredAt", order.answeredAt());
    }

    /** What a body asks for; names every fault at once. */
    static DeliveryRequest request(JsonBody body, String postId, Identity person, String freshId) {
        Optional<Kind> kind = body.word("kind").flatMap(DeliveryBody::kind);
        if (kind.isEmpty()) {
            body.fault("kind", "is one of " + kinds().map(DeliveryBody::word).collect(Collectors.joining(", ")));
        }
        DeliveryRequest request = new DeliveryRequest(
                body.word("commandId").orElse(freshId),
                postId,
                body.text("deliveryId", DeliveryRequest.LONGEST_WORDS),
                kind.orElse(Kind.UNKNOWN),
                person.id(),
                person.roles(),
                body.text("reason", DeliveryRequest.LONGEST_WORDS).orElse(""),
                body.number("priority", 0, 0, DeliveryRequest.HIGHEST_PRIORITY),
                body.text("url", DeliveryRequest.LONGEST_ADDRESS),
                body.text("proof", DeliveryRequest.LONGEST_ADDRESS));
        kind.flatMap(known -> request.fault()).ifPresent(fault -> body.fault("", fault));
        body.complete();
        return request;
    }

    private static Optional<Kind> kind(String word) {
        return kinds().filter(kind -> word(kind).equals(word.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    private static Stream<Kind> kinds() {
        return Stream.of(Kind.values()).filter(kind -> kind != Kind.UNKNOWN);
    }

    private static String word(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
