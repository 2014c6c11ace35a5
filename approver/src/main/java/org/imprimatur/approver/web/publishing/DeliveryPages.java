package org.imprimatur.approver.web.publishing;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.imprimatur.approver.post.DeliveryOrder;
import org.imprimatur.approver.post.DeliveryRequest;
import org.imprimatur.approver.readmodel.DeliveryRow;
import org.imprimatur.approver.readmodel.ReadModel;
import org.imprimatur.approver.topology.DeliveryDesk;
import org.imprimatur.approver.web.Asked;
import org.imprimatur.approver.web.LiveView;
import org.imprimatur.approver.web.Pages;
import org.imprimatur.approver.web.Part;
import org.imprimatur.approver.web.Visitors;
import org.imprimatur.approver.web.view.DeliveryCard;
import org.imprimatur.approver.web.view.DeliveryWords;
import org.imprimatur.approver.web.view.Frame;
import org.imprimatur.approver.web.view.Notice;
import org.imprimatur.approver.web.view.OrderLine;
import org.imprimatur.approver.web.view.Viewer;
import org.imprimatur.kit.web.ProblemException;
import org.jspecify.annotations.Nullable;

/** One publication: to read, and to ask the publisher something about it. */
final class DeliveryPages {
    private static final int LOOKS_BY_ITSELF = 5;
    private static final String NO_ANSWER =
            "It is asked. The publisher has not answered yet; it may still do it. Look again in a moment.";

    private final Pages pages;
    private final Visitors visitors;
    private final ReadModel readModel;
    private final DeliveryDesk desk;
    private final InstantSource clock;

    DeliveryPages(Pages pages, Visitors visitors, ReadModel readModel, DeliveryDesk desk, InstantSource clock) {
        this.pages = pages;
        this.visitors = visitors;
        this.readModel = readModel;
        this.desk = desk;
        this.clock = clock;
    }

    /** {@code GET /publishing/delivery?id=}, after a command with {@code asked=} its id. */
    void one(Context context) {
        Viewer viewer = visitors.requireSomewhere(context, "reviewer", "auditor", "administrator");
        DeliveryRow row = row(context.queryParam("id"), viewer);
        Optional<Notice> notice = Optional.ofNullable(context.queryParam("asked"))
                .map(commandId -> said(context, row, commandId, viewer));
        pages.show(context, "publishing/one", screen(viewer, row, notice));
    }

    /** {@code GET /publishing/delivery/live?id=}. */
    LiveView live(Context context) {
        Viewer viewer = visitors.requireSomewhere(context, "reviewer", "auditor", "administrator");
        String id = row(context.queryParam("id"), viewer).delivery().deliveryId();
        return new Part(
                "delivery", () -> pages.html("publishing/about", screen(viewer, row(id, viewer), Optional.empty())));
    }

    /** {@code GET /publishing/ask?id=&kind=}: the form, which is also where one thinks again. */
    void form(Context context) {
        Viewer viewer = visitors.requireSomewhere(context, "reviewer", "administrator");
        DeliveryRow row = row(context.queryParam("id"), viewer);
        Viewer there = settler(viewer, row);
        DeliveryRequest.Kind kind =
                kind(Optional.ofNullable(context.queryParam("kind")).orElse(""));
        if (!row.delivery().step().asks().contains(kind)) {
            context.redirect(DeliveryCard.page(row.delivery().deliveryId()), HttpStatus.SEE_OTHER);
            return;
        }
        show(context, there, row, kind, desk.newCommandId(), AskScreen.Typed.NOTHING, Optional.empty());
    }

    /** {@code POST /publishing/ask}: to the publication's page, or the form again with what was typed and the refusal. */
    void ask(Context context) {
        Viewer reader = visitors.requireSomewhere(context, "reviewer", "administrator");
        DeliveryRow row = row(Asked.field(context, "id"), reader);
        Viewer viewer = settler(reader, row);
        DeliveryRequest.Kind kind = kind(Asked.field(context, "kind"));
        String commandId = Asked.field(context, "command");
        AskScreen.Typed typed = new AskScreen.Typed(
                Asked.field(context, "reason"),
                Asked.field(context, "priority"),
                Asked.field(context, "url"),
                Asked.field(context, "proof"));
        if (commandId.isEmpty()) {
            throw ProblemException.of(400, "This form is incomplete. Load the page again.");
        }
        DeliveryRequest request = request(viewer, row, kind, commandId, typed);
        Optional<String> fault = request.fault();
        if (fault.isPresent()) {
            context.status(HttpStatus.UNPROCESSABLE_CONTENT);
            show(context, viewer, row, kind, commandId, typed, fault);
            return;
        }
        Optional<String> refusal = desk.ask(request).flatMap(DeliveryOrder::refusal);
        if (refusal.isPresent()) {
            context.status(HttpStatus.CONFLICT);
            Optional<String> said = refusal.map(why -> "The publisher refused: " + why + ".");
            show(context, viewer, row(row.delivery().deliveryId(), reader), kind, desk.newCommandId(), typed, said);
            return;
        }
        context.redirect(
                DeliveryCard.page(row.delivery().deliveryId()) + "&asked=" + Asked.encoded(commandId),
                HttpStatus.SEE_OTHER);
    }

    private static DeliveryRequest request(
            Viewer viewer, DeliveryRow row, DeliveryRequest.Kind kind, String commandId, AskScreen.Typed typed) {
        return new DeliveryRequest(
                commandId,
                row.delivery().postId(),
                Optional.of(row.delivery().deliveryId()),
                kind,
                viewer.id(),
                viewer.roles(),
                typed.reason(),
                typed.priority().matches("[0-9]{1,3}") ? Integer.parseInt(typed.priority()) : 0,
                some(typed.url()),
                some(typed.proof()));
    }

    /** From the log of answers, not from the address; without one the page looks again by itself, a few times. */
    private Notice said(Context context, DeliveryRow row, String commandId, Viewer viewer) {
        Optional<DeliveryOrder> order = readModel
                .order(row.delivery().postId(), commandId)
                .filter(each -> each.request().actor().equals(viewer.id()));
        if (order.isEmpty()) {
            int looked = Asked.number(context, "looked").orElse(0);
            if (looked < LOOKS_BY_ITSELF) {
                context.header(
                        "Refresh",
                        "2; url=" + DeliveryCard.page(row.delivery().deliveryId()) + "&asked="
                                + Asked.encoded(commandId) + "&looked=" + (looked + 1));
            }
            return new Notice(Notice.Kind.REFUSED, NO_ANSWER, false);
        }
        return order.get()
                .refusal()
                .map(why -> new Notice(Notice.Kind.REFUSED, "The publisher refused: " + why + ".", false))
                .orElseGet(() -> new Notice(Notice.Kind.DONE, DeliveryWords.answered(order.get()), false));
    }

    private DeliveryScreen screen(Viewer viewer, DeliveryRow row, Optional<Notice> notice) {
        List<OrderLine> orders = readModel.orders(row.delivery().postId()).stream()
                .filter(order -> order.concerns(row.delivery().deliveryId()))
                .map(order -> OrderLine.of(order, clock.instant()))
                .toList();
        return new DeliveryScreen(
                new Frame("Publication on " + row.delivery().account(), Frame.Tab.PUBLISHING, viewer),
                line(row, viewer),
                orders,
                notice);
    }

    private void show(
            Context context,
            Viewer viewer,
            DeliveryRow row,
            DeliveryRequest.Kind kind,
            String commandId,
            AskScreen.Typed typed,
            Optional<String> fault) {
        String title = DeliveryWords.ask(kind, row.delivery().step()) + ": "
                + row.delivery().account();
        pages.show(
                context,
                "publishing/ask",
                new AskScreen(
                        new Frame(title, Frame.Tab.PUBLISHING, viewer),
                        line(row, viewer),
                        row.delivery().step(),
                        kind,
                        commandId,
                        typed,
                        fault));
    }

    private PublishingScreen.Line line(DeliveryRow row, Viewer viewer) {
        return PublishingScreen.Line.of(row, viewer, visitors.groups(), clock.instant());
    }

    /** The publication of this id; one of another group looks like one that does not exist. */
    private DeliveryRow row(@Nullable String id, Viewer viewer) {
        return Optional.ofNullable(id)
                .flatMap(readModel::delivery)
                .filter(row ->
                        viewer.audited(visitors.groups()).covers(row.delivery().account()))
                .orElseThrow(() -> ProblemException.of(
                        404,
                        "There is no such publication, or it is for an account of a group for which your role does not"
                                + " count."));
    }

    /** With the roles that count for the account of this publication. */
    private Viewer settler(Viewer viewer, DeliveryRow row) {
        Viewer there = viewer.at(row.delivery().account(), visitors.groups());
        if (!there.settles()) {
            throw ProblemException.of(403, "Your role does not count for the group of this account.");
        }
        return there;
    }

    private static DeliveryRequest.Kind kind(String word) {
        try {
            DeliveryRequest.Kind kind = DeliveryRequest.Kind.valueOf(word.toUpperCase(Locale.ROOT));
            if (kind != DeliveryRequest.Kind.UNKNOWN) {
                return kind;
            }
        } catch (IllegalArgumentException unknown) {
            // said below, together with the kind that nobody asks for
        }
        throw ProblemException.of(400, "This form asks for something unknown. Load the page again.");
    }

    private static Optional<String> some(String value) {
        return Optional.of(value).filter(each -> !each.isEmpty());
    }
}
