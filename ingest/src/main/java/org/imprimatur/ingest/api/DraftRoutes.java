package org.imprimatur.ingest.api;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.imprimatur.ingest.desk.Answer;
import org.imprimatur.ingest.desk.Desk;
import org.imprimatur.ingest.desk.Receipt;
import org.imprimatur.ingest.intake.Author;
import org.imprimatur.ingest.intake.PostId;
import org.imprimatur.ingest.progress.LogEntry.Submitted;
import org.imprimatur.ingest.progress.PostHistory;
import org.imprimatur.ingest.progress.State;
import org.imprimatur.ingest.reading.PostList;
import org.imprimatur.ingest.reading.ReadModel;
import org.imprimatur.kit.identity.Access;
import org.imprimatur.kit.identity.Identity;
import org.imprimatur.kit.web.ProblemException;
import org.imprimatur.kit.web.Routes;

/** Takes drafts and shows authors how far they have come, under {@code /v1/drafts}. */
public final class DraftRoutes implements Routes {
    static final String AUTHOR = "author";
    private static final String[] READERS = {AUTHOR, "reviewer", "auditor"};
    private static final int PAGE = 50;
    private static final int LONGEST_PAGE = 200;

    private final Access access;
    private final Desk desk;
    private final ReadModel posts;
    private final PostIds ids;
    private final MeterRegistry meters;

    /** Names posts without an Idempotency-Key by {@code random}. */
    public DraftRoutes(Access access, Desk desk, ReadModel posts, Supplier<UUID> random, MeterRegistry meters) {
        this.access = access;
        this.desk = desk;
        this.posts = posts;
        this.ids = new PostIds(random);
        this.meters = meters;
    }

    @Override
    public void mount(RoutesConfig routes) {
        routes.post("/v1/drafts", this::submit);
        routes.get("/v1/drafts", this::list);
        routes.get("/v1/drafts/{postId}", this::show);
        routes.post("/v1/drafts/{postId}/revisions", this::revise);
    }

    private void submit(Context context) {
        Identity author = access.requireSomewhere(context, AUTHOR);
        Optional<String> key = Optional.ofNullable(context.header("Idempotency-Key"));
        reply(context, submit(author, key, JsonBody.read(context)));
    }

    /** Takes a draft from a caller in this program: its id, or a problem as over HTTP. */
    public String submit(Identity author, String key, Map<String, ?> submission) {
        return handedIn(submit(author, Optional.of(key), submission));
    }

    /** Takes a revision from a caller in this program: the post's id, or a problem as over HTTP. */
    public String revise(Identity author, String postId, Map<String, ?> submission) {
        PostId post = PostId.parse(postId).orElseThrow(Refusals::unknownPost);
        return handedIn(revise(author, post, submission));
    }

    private static String handedIn(Answer answer) {
        return answer.fold(new Replies()).receipt().postId().value();
    }

    private Answer submit(Identity author, Optional<String> key, Map<String, ?> submission) {
        admit(author, submission);
        return counted(desk.submit(ids.from(key, author.id()), writer(author), submission));
    }

    private void revise(Context context) {
        Identity author = access.requireSomewhere(context, AUTHOR);
        reply(context, revise(author, PostIds.inPath(context), JsonBody.read(context)));
    }

    private Answer revise(Identity author, PostId post, Map<String, ?> submission) {
        admit(author, submission);
        return counted(desk.revise(post, writer(author), submission));
    }

    private static Author writer(Identity author) {
        return new Author(author.id(), author.groups(AUTHOR));
    }

    /** Whose role counts for one group hands in for its accounts only; for others it is as if they had no role. */
    private void admit(Identity author, Map<String, ?> submission) {
        if (author.hasAny(AUTHOR)) {
            return;
        }
        String account = submission.get("account") instanceof String id ? id : "";
        if (!author.within(whenCaughtUp().group(account)).hasAny(AUTHOR)) {
            throw ProblemException.of(
                    403, "Your role as an author does not count for the account that this draft is meant for.");
        }
    }

    private Answer counted(Answer answer) {
        meters.counter("ingest.submissions", "answer", answer.getClass().getSimpleName())
                .increment();
        return answer;
    }

    private void reply(Context context, Answer answer) {
        Replies.Reply reply = answer.fold(new Replies());
        Receipt receipt = reply.receipt();
        context.status(reply.status())
                .header("Location", "/v1/drafts/" + receipt.postId())
                .json(PostBody.receipt(receipt, state(reply).word()));
    }

    private State state(Replies.Reply reply) {
        if (!reply.repeated()) {
            return State.SCREENING;
        }
        PostHistory history = posts.history(reply.receipt().postId());
        return history.newest().map(newest -> history.progress(newest).state()).orElse(State.SCREENING);
    }

    private void show(Context context) {
        Identity reader = access.requireSomewhere(context, READERS);
        PostId postId = PostIds.inPath(context);
        PostHistory history = whenCaughtUp().history(postId);
        Submitted newest =
                history.newest().filter(submitted -> mayRead(reader, submitted)).orElseThrow(Refusals::unknownPost);
        context.json(PostBody.post(newest, history.progress(newest)));
    }

    private boolean mayRead(Identity person, Submitted submitted) {
        Identity reader = person.within(posts.group(submitted.draft().content().account()));
        return reader.hasAny("reviewer", "auditor")
                || (reader.hasAny(AUTHOR) && submitted.draft().contributors().contains(reader.id()));
    }

    private void list(Context context) {
        Identity author = access.requireSomewhere(context, AUTHOR);
        String state = parameter(context, "state")
                .map(word -> State.parse(word)
                        .orElseThrow(() -> ProblemException.of(400, "There is no state of this name."))
                        .word())
                .orElse("");
        PostList.Cursor before = parameter(context, "before")
                .map(text -> PostList.Cursor.parse(text)
                        .orElseThrow(() -> ProblemException.of(400, "Use the \"next\" of the page before.")))
                .orElse(PostList.Cursor.START);
        int most = parameter(context, "limit").map(DraftRoutes::limit).orElse(PAGE);
        context.json(PostBody.page(whenCaughtUp().list(new PostList.Query(author.id(), state, before, most))));
    }

    private ReadModel whenCaughtUp() {
        if (!posts.caughtUp()) {
            throw Refusals.notYet();
        }
        return posts;
    }

    private static int limit(String text) {
        if (!text.matches("[1-9]\\d{0,2}") || Integer.parseInt(text) > LONGEST_PAGE) {
            throw ProblemException.of(400, "Ask for 1 to " + LONGEST_PAGE + " posts a page.");
        }
        return Integer.parseInt(text);
    }

    private static Optional<String> parameter(Context context, String name) {
        return Optional.ofNullable(context.queryParam(name)).filter(value -> !value.isEmpty());
    }
}
