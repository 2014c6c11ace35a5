package org.imprimatur.approver.web;

import io.javalin.http.Context;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.imprimatur.approver.readmodel.PostView;
import org.imprimatur.approver.readmodel.QueueFilter;
import org.imprimatur.approver.readmodel.Reach;
import org.imprimatur.approver.readmodel.ReadModel;
import org.imprimatur.approver.topology.BulkDesk;
import org.imprimatur.approver.web.view.BulkScreen;
import org.imprimatur.approver.web.view.BulkScreen.Line;
import org.imprimatur.approver.web.view.Frame;
import org.imprimatur.approver.web.view.Viewer;
import org.imprimatur.kit.web.ProblemException;

/** Approves what is of low risk together: whoever does has every text before their eyes. */
final class BulkPages {
    private static final int QUEUE = 100;
    private static final int PARTS = 4;

    /** As what everybody approves here: the list holds only posts for which that role of theirs counts. */
    private static final Set<String> REVIEWER = Set.of("reviewer");

    private final Pages pages;
    private final Visitors visitors;
    private final ReadModel readModel;
    private final Desks desks;
    private final InstantSource clock;

    BulkPages(Pages pages, Visitors visitors, ReadModel readModel, Desks desks, InstantSource clock) {
        this.pages = pages;
        this.visitors = visitors;
        this.readModel = readModel;
        this.desks = desks;
        this.clock = clock;
    }

    /** {@code GET /queue/together}: the list, in full. */
    void list(Context context) {
        Viewer viewer = visitors.requireSomewhere(context, "reviewer");
        show(context, viewer, offered(viewer), false);
    }

    /** {@code POST /queue/together}: approves what is ticked, or none of it and says why. */
    void approve(Context context) {
        Viewer viewer = visitors.requireSomewhere(context, "reviewer");
        List<BulkDesk.Item> items =
                context.formParams("item").stream().map(BulkPages::item).toList();
        if (items.isEmpty() || items.size() > BulkDesk.MOST) {
            throw ProblemException.of(400, "Tick at least one post, and not more than " + BulkDesk.MOST + ".");
        }
        List<BulkDesk.Hindrance> hindrances = desks.bulk().hindrances(items, viewer.id(), reach(viewer));
        if (!hindrances.isEmpty()) {
            context.status(409);
            Map<String, String> why = hindrances.stream()
                    .collect(Collectors.toMap(
                            BulkDesk.Hindrance::postId, BulkDesk.Hindrance::sentence, (first, second) -> first));
            List<BulkDesk.Item> theirs =
                    items.stream().filter(item -> covers(viewer, item)).toList();
            show(context, viewer, lines(theirs, each -> Optional.ofNullable(why.get(each.postId()))), false);
            return;
        }
        Map<String, String> refused = desks.bulk().approve(items, viewer.id(), REVIEWER).stream()
                .filter(done -> refusal(done).isPresent())
                .collect(Collectors.toMap(
                        done -> done.item().postId(), done -> refusal(done).orElse("")));
        show(context, viewer, lines(items, each -> Optional.ofNullable(refused.get(each.postId()))), true);
    }

    private static Optional<String> refusal(BulkDesk.Done done) {
        return done.answer()
                .fold(
                        accepted -> Optional.empty(),
                        refused -> Optional.of(refused.sentence()),
                        unanswered -> Optional.of(unanswered.sentence()));
    }

    private void show(Context context, Viewer viewer, List<Line> lines, boolean done) {
        pages.show(
                context,
                "together",
                new BulkScreen(new Frame("Approve together", Frame.Tab.QUEUE, viewer), lines, done));
    }

    private List<Line> offered(Viewer viewer) {
        List<BulkDesk.Item> items =
                readModel
                        .queue(QueueFilter.all(QUEUE)
                                .with(QueueFilter.Mark.LOW_RISK)
                                .within(reach(viewer)))
                        .rows()
                        .stream()
                        .map(row -> new BulkDesk.Item(
                                desks.review().newCommandId(),
                                row.review().postId(),
                                row.review().revision(),
                                row.review().contentHash()))
                        .filter(item -> desks.bulk()
                                .hindrances(List.of(item), viewer.id(), reach(viewer))
                                .isEmpty())
                        .limit(BulkDesk.MOST)
                        .toList();
        return lines(items, each -> Optional.empty());
    }

    private Reach reach(Viewer viewer) {
        return viewer.reach(visitors.groups(), "reviewer");
    }

    private boolean covers(Viewer viewer, BulkDesk.Item item) {
        return readModel
                .post(item.postId())
                .filter(post -> reach(viewer).covers(post.newest().content().account()))
                .isPresent();
    }

    private List<Line> lines(List<BulkDesk.Item> items, Function<BulkDesk.Item, Optional<String>> hindrance) {
        Instant now = clock.instant();
        return items.stream()
                .flatMap(item -> readModel.post(item.postId()).stream()
                        .map(PostView::newest)
                        .map(newest -> Line.of(newest, field(item), hindrance.apply(item), now)))
                .toList();
    }

    private static String field(BulkDesk.Item item) {
        return String.join("|", item.commandId(), item.postId(), String.valueOf(item.revision()), item.contentHash());
    }

    private static BulkDesk.Item item(String field) {
        String[] parts = field.split("\\|", -1);
        if (parts.length != PARTS || !parts[2].matches("[0-9]{1,9}") || parts[0].isBlank() || parts[1].isBlank()) {
            throw ProblemException.of(400, "This form is incomplete. Load the page again.");
        }
        return new BulkDesk.Item(parts[0], parts[1], Integer.parseInt(parts[2]), parts[3]);
    }
}
