package org.imprimatur.approver.web.publishing;

import io.javalin.http.Context;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.imprimatur.approver.post.Account;
import org.imprimatur.approver.post.Delivery;
import org.imprimatur.approver.readmodel.DeliveryPage;
import org.imprimatur.approver.readmodel.DeliveryRow;
import org.imprimatur.approver.readmodel.Reach;
import org.imprimatur.approver.readmodel.ReadModel;
import org.imprimatur.approver.readmodel.Register;
import org.imprimatur.approver.web.ListFeed;
import org.imprimatur.approver.web.LiveView;
import org.imprimatur.approver.web.Pages;
import org.imprimatur.approver.web.Visitors;
import org.imprimatur.approver.web.view.DeliveryCard;
import org.imprimatur.approver.web.view.DeliveryWords;
import org.imprimatur.approver.web.view.Frame;
import org.imprimatur.approver.web.view.Viewer;

/** Every publication for the accounts that the reader reaches, what needs a person first, live. */
final class PublishingPages {
    private final Pages pages;
    private final Visitors visitors;
    private final ReadModel readModel;
    private final Register register;
    private final InstantSource clock;

    PublishingPages(Pages pages, Visitors visitors, ReadModel readModel, Register register, InstantSource clock) {
        this.pages = pages;
        this.visitors = visitors;
        this.readModel = readModel;
        this.register = register;
        this.clock = clock;
    }

    /** {@code GET /publishing}, of everything or of what the address chooses. */
    void list(Context context) {
        Viewer viewer = overseer(context);
        PublishingChoice choice = choice(context);
        pages.show(
                context, "publishing/list", screen(viewer, choice, readModel.deliveries(choice.within(reach(viewer)))));
    }

    /** {@code GET /publishing/live}, of the same choice. */
    LiveView live(Context context) {
        return new ListFeed<>(new Rows(overseer(context), choice(context)));
    }

    private Viewer overseer(Context context) {
        return visitors.requireSomewhere(context, "reviewer", "auditor", "administrator");
    }

    /** Asked anew each time: an account may have moved to another group meanwhile. */
    private Reach reach(Viewer viewer) {
        return viewer.audited(visitors.groups());
    }

    private static PublishingChoice choice(Context context) {
        return PublishingChoice.read(
                name -> Optional.ofNullable(context.queryParam(name)).orElse(""));
    }

    private PublishingScreen screen(Viewer viewer, PublishingChoice choice, DeliveryPage page) {
        Reach reach = reach(viewer);
        List<Account> accounts = register.accounts().stream()
                .filter(account -> reach.covers(account.id()))
                .toList();
        return new PublishingScreen(
                new Frame("Publishing", Frame.Tab.PUBLISHING, viewer),
                choice,
                parts(choice, reach),
                accounts.stream().map(Account::id).toList(),
                accounts.stream().map(Account::platform).distinct().sorted().toList(),
                page.rows().stream().map(row -> line(row, viewer)).toList(),
                page.total());
    }

    private List<PublishingScreen.Part> parts(PublishingChoice choice, Reach reach) {
        Map<Delivery.Group, Integer> counts = readModel.deliveryCounts(reach);
        List<PublishingScreen.Part> parts = new ArrayList<>();
        int all = counts.values().stream().mapToInt(Integer::intValue).sum();
        parts.add(part("All", "", all, choice));
        Stream.of(Delivery.Group.values())
                .map(group -> part(
                        DeliveryWords.group(group),
                        PublishingChoice.value(group),
                        counts.getOrDefault(group, 0),
                        choice))
                .forEach(parts::add);
        return parts;
    }

    private static PublishingScreen.Part part(String word, String state, int count, PublishingChoice choice) {
        return new PublishingScreen.Part(
                word,
                "/publishing" + new PublishingChoice(state, "", "", 0).query(),
                count,
                choice.state().equals(state));
    }

    private PublishingScreen.Line line(DeliveryRow row, Viewer viewer) {
        return PublishingScreen.Line.of(row, viewer, visitors.groups(), clock.instant());
    }

    private final class Rows implements ListFeed.Rows<DeliveryRow> {
        private final Viewer viewer;
        private final PublishingChoice choice;
        private int total;

        Rows(Viewer viewer, PublishingChoice choice) {
            this.viewer = viewer;
            this.choice = choice;
        }

        @Override
        public List<DeliveryRow> now() {
            DeliveryPage page = readModel.deliveries(choice.within(reach(viewer)));
            total = page.total();
            return page.rows();
        }

        @Override
        public String id(DeliveryRow row) {
            return DeliveryCard.element(row.delivery().deliveryId());
        }

        @Override
        public String whole(List<DeliveryRow> rows) {
            return pages.html("publishing/rows", screen(viewer, choice, new DeliveryPage(rows, total))) + summary(rows);
        }

        @Override
        public String row(DeliveryRow row, String swap) {
            return pages.html("publishing/row", Map.of("line", line(row, viewer), "swap", swap));
        }

        @Override
        public String summary(List<DeliveryRow> rows) {
            return pages.html("publishing/parts", Map.of("parts", parts(choice, reach(viewer)), "swap", "true"));
        }

        @Override
        public String listId() {
            return "publishing-rows";
        }
    }
}
