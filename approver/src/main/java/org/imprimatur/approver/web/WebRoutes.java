package org.imprimatur.approver.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Function;
import org.imprimatur.approver.readmodel.Groups;
import org.imprimatur.approver.readmodel.ReadModel;
import org.imprimatur.approver.web.author.AuthorRoutes;
import org.imprimatur.approver.web.author.Authoring;
import org.imprimatur.approver.web.publishing.Publishing;
import org.imprimatur.approver.web.publishing.PublishingRoutes;
import org.imprimatur.approver.web.view.ErrorScreen;
import org.imprimatur.approver.web.view.Frame;
import org.imprimatur.kit.identity.Access;
import org.imprimatur.kit.web.Assets;
import org.imprimatur.kit.web.ErrorPage;
import org.imprimatur.kit.web.Problem;
import org.imprimatur.kit.web.Routes;

/** The console's addresses, and which page answers at each. */
public final class WebRoutes implements Routes {
    private static final String WEBJARS = "/META-INF/resources/webjars/";

    private final Pages pages = new Pages();
    private final LiveStreams streams;
    private final Visitors visitors;
    private final SignInPages signIn;
    private final QueuePages queue;
    private final NextCases nextCases;
    private final BulkPages bulk;
    private final PresencePages presence;
    private final MinePages mine;
    private final PostPages posts;
    private final DecisionForms decisions;
    private final AuditPages audit;
    private final EvidenceFiles files;
    private final PublishingRoutes publishing;
    private final Optional<AuthorRoutes> author;

    /**
     * The console over this read model and desk.
     *
     * @param groups which accounts belong to which group, to which roles may be limited
     * @param evidence seals what auditors take away
     * @param publishing where people ask about publications
     * @param authoring empty where drafts can't be handed in from here
     * @param executor writes to open streams; a stream whose reader is slow keeps one of its threads. Not closed here.
     */
    public WebRoutes(
            ReadModel readModel,
            Groups groups,
            Desks desks,
            Evidence evidence,
            Access access,
            InstantSource clock,
            ScheduledExecutorService executor,
            Publishing publishing,
            Optional<Authoring> authoring) {
        this.streams = new LiveStreams(executor);
        this.visitors = new Visitors(access, groups);
        VisiblePosts visible = new VisiblePosts(readModel, groups);
        this.signIn = new SignInPages(pages, visitors, access);
        this.nextCases = new NextCases(visitors, readModel, desks, clock);
        this.queue = new QueuePages(pages, visitors, readModel, desks, clock);
        readModel.onChange(posts -> {
            queue.changed();
            streams.nudge(posts);
        });
        desks.presences().onChange(() -> {
            queue.changed();
            streams.nudgeSoon();
        });
        this.bulk = new BulkPages(pages, visitors, readModel, desks, clock);
        this.mine = new MinePages(pages, visitors, readModel, clock, authoring.isPresent());
        publishing.register().onChange(streams::nudgeAll);
        this.publishing = new PublishingRoutes(pages, visitors, readModel, publishing, clock);
        this.author = authoring.map(each -> new AuthorRoutes(pages, visitors, readModel, each, clock));
        this.posts = new PostPages(pages, visitors, visible, readModel, desks, clock);
        this.decisions = new DecisionForms(visitors, visible, desks.review(), posts, nextCases);
        this.presence = new PresencePages(visitors, visible, desks.presence());
        this.audit = new AuditPages(pages, visitors, visible, readModel, evidence, clock);
        this.files = new EvidenceFiles(visitors, visible, readModel, publishing.register(), evidence, clock);
    }

    @Override
    public void mount(RoutesConfig routes) {
        routes.get("/", signIn::home);
        routes.get("/sign-in", signIn::form);
        routes.post("/sign-in", signIn::signIn);
        routes.get("/sign-in/provider", signIn::atProvider);
        routes.get("/sign-in/callback", signIn::fromProvider);
        routes.post("/sign-out", signIn::signOut);
        routes.post("/sign-out/everywhere", signIn::signOutEverywhere);
        routes.get("/queue", queue::queue);
        stream(routes, "/queue/live", queue::live);
        routes.post("/queue/views", queue::save);
        routes.post("/queue/views/forget", queue::forget);
        routes.get("/queue/together", bulk::list);
        routes.post("/queue/together", bulk::approve);
        routes.post("/queue/next", nextCases::next);
        routes.get("/posts", mine::mine);
        stream(routes, "/posts/live", mine::live);
        author.ifPresent(each -> each.mount(routes));
        routes.get("/posts/{id}", this::post);
        stream(routes, "/posts/{id}/live", this::live);
        routes.get("/posts/{id}/history", audit::history);
        routes.post("/posts/{id}/decisions", decisions::decide);
        routes.post("/posts/{id}/presence", presence::look);
        routes.get("/posts/{id}/history.csv", files::table);
        routes.get("/posts/{id}/history.jsonl", files::lines);
        routes.get("/posts/{id}/evidence.zip", files::ofPost);
        publishing.mount(routes);
        stream(routes, "/publishing/live", publishing::listLive);
        stream(routes, "/publishing/delivery/live", publishing::deliveryLive);
        stream(routes, "/authorizations/one/live", publishing::authorizationLive);
        routes.get("/history", audit::lookup);
        routes.get("/history/key.pem", files::key);
        routes.get("/history/accounts/{account}", audit::accountHistory);
        routes.get("/history/accounts/{account}/evidence.zip", files::ofAccount);
        routes.get("/dead-letters", audit::deadLetters);
    }

    @Override
    public List<Assets> assets() {
        return List.of(
                new Assets("/assets", "/assets"),
                new Assets("/assets/htmx", WEBJARS + "htmx.org/2.0.10"),
                new Assets("/assets/htmx-sse", WEBJARS + "htmx-ext-sse/2.2.2"));
    }

    @Override
    public Optional<ErrorPage> errorPage() {
        return Optional.of(this::showProblem);
    }

    /** Its author sees another page than those who decide. */
    private void post(Context context) {
        if (author.isEmpty() || !author.get().showPost(context)) {
            posts.post(context);
        }
    }

    private LiveView live(Context context) {
        LiveView news = posts.live(context);
        return author.map(each -> each.journey(context))
                .map(journey -> news.and(journey))
                .orElse(news);
    }

    /** Who may not read is refused before the stream opens, while there is still a status to say so. */
    private void stream(RoutesConfig routes, String path, Function<Context, LiveView> viewOf) {
        routes.get(path, context -> {
            LiveView view = viewOf.apply(context);
            EventStream.open(context, events -> streams.open(events, view));
        });
    }

    private void showProblem(Context context, Problem problem) {
        if (problem.status() == HttpStatus.UNAUTHORIZED.getCode()
                && context.method().name().equals("GET")) {
            context.redirect("/sign-in?next=" + encoded(asked(context)), HttpStatus.SEE_OTHER);
            return;
        }
        String title = ErrorScreen.title(problem.status(), problem.title());
        pages.show(
                context,
                "error",
                new ErrorScreen(
                        new Frame(title, Frame.Tab.NONE, visitors.of(context)),
                        problem.status(),
                        title,
                        problem.detail()));
    }

    private static String asked(Context context) {
        String query = context.queryString();
        return query == null ? context.path() : context.path() + "?" + query;
    }

    private static String encoded(String path) {
        return URLEncoder.encode(path, StandardCharsets.UTF_8);
    }
}
