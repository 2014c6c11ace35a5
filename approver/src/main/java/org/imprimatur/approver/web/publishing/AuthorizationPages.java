package org.imprimatur.approver.web.publishing;

import io.javalin.http.Context;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.imprimatur.approver.post.Account;
import org.imprimatur.approver.post.SignedAuthorization;
import org.imprimatur.approver.post.SignedAuthorization.Standing;
import org.imprimatur.approver.readmodel.AuthorizationReach;
import org.imprimatur.approver.readmodel.DeliveryRow;
import org.imprimatur.approver.readmodel.Reach;
import org.imprimatur.approver.readmodel.ReadModel;
import org.imprimatur.approver.readmodel.Register;
import org.imprimatur.approver.web.Asked;
import org.imprimatur.approver.web.LiveView;
import org.imprimatur.approver.web.Pages;
import org.imprimatur.approver.web.Part;
import org.imprimatur.approver.web.Visitors;
import org.imprimatur.approver.web.view.Frame;
import org.imprimatur.approver.web.view.Moment;
import org.imprimatur.approver.web.view.PlatformName;
import org.imprimatur.approver.web.view.Stage;
import org.imprimatur.approver.web.view.Viewer;
import org.imprimatur.kit.web.ProblemException;
import org.jspecify.annotations.Nullable;

/** The register of patients' authorizations, as far as the reader reaches: to search, and one with what rests on it. */
final class AuthorizationPages {
    private static final int LIMIT = 50;
    static final String[] WHO = {"reviewer", "administrator"};

    private final Pages pages;
    private final Visitors visitors;
    private final ReadModel readModel;
    private final Register register;
    private final InstantSource clock;

    AuthorizationPages(Pages pages, Visitors visitors, ReadModel readModel, Register register, InstantSource clock) {
        this.pages = pages;
        this.visitors = visitors;
        this.readModel = readModel;
        this.register = register;
        this.clock = clock;
    }

    /** {@code GET /authorizations}. */
    void list(Context context) {
        Viewer viewer = visitors.requireSomewhere(context, WHO);
        AuthorizationsScreen.Typed typed = new AuthorizationsScreen.Typed(
                asked(context, "words"), asked(context, "platform"), asked(context, "state"));
        AuthorizationReach reach = reach(viewer);
        List<SignedAuthorization> all =
                register.signed().stream().filter(reach::covers).toList();
        List<SignedAuthorization> found =
                all.stream().filter(each -> fits(each, typed)).toList();
        int skip = Asked.number(context, "skip").orElse(0);
        pages.show(
                context,
                "publishing/authorizations",
                new AuthorizationsScreen(
                        new Frame("Authorizations", Frame.Tab.AUTHORIZATIONS, viewer),
                        typed,
                        all.stream()
                                .flatMap(each -> each.platforms().stream())
                                .distinct()
                                .sorted()
                                .toList(),
                        found.stream().skip(skip).limit(LIMIT).map(this::line).toList(),
                        found.size(),
                        skip));
    }

    private boolean fits(SignedAuthorization one, AuthorizationsScreen.Typed typed) {
        String words = typed.words().toLowerCase(Locale.ROOT);
        return Stream.of(one.id(), one.person(), one.scope())
                        .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(words))
                && (typed.platform().isEmpty() || one.platforms().contains(typed.platform()))
                && (typed.state().isEmpty() || one.standing(today()).name().equalsIgnoreCase(typed.state()));
    }

    private AuthorizationsScreen.Line line(SignedAuthorization one) {
        return new AuthorizationsScreen.Line(
                one.id(),
                page(one.id()),
                one.person(),
                one.scope(),
                platforms(one),
                ends(one),
                stage(one));
    }

    /** {@code GET /authorizations/one?id=}. */
    void one(Context context) {
        Viewer viewer = visitors.requireSomewhere(context, WHO);
        pages.show(
                context,
                "publishing/authorization",
                screen(
                        viewer,
                        known(context.queryParam("id"), viewer),
                        Optional.ofNullable(context.queryParam("done"))));
    }

    /** {@code GET /authorizations/one/live?id=}. */
    LiveView live(Context context) {
        Viewer viewer = visitors.requireSomewhere(context, WHO);
        String id = known(context.queryParam("id"), viewer).id();
        return new Part(
                "relying", () -> pages.html("publishing/relying", screen(viewer, known(id, viewer), Optional.empty())));
    }

    private AuthorizationScreen screen(Viewer viewer, SignedAuthorization one, Optional<String> done) {
        List<DeliveryRow> rows = readModel.deliveriesUnder(one.id());
        Reliance reliance = Reliance.of(rows);
        boolean revoked = one.revocation().isPresent();
        return new AuthorizationScreen(
                new Frame("Authorization " + one.id(), Frame.Tab.AUTHORIZATIONS, viewer),
                one,
                stage(one),
                page(one.id()),
                one.revocation().map(word -> Moment.of(word.at(), clock.instant())),
                revoked ? reliance.done() : reliance.foreseen(),
                reliance.settled(),
                relying(viewer, rows),
                rows.size() - reached(viewer, rows).size(),
                reach(viewer).settles(one.group()),
                done.map(act ->
                        act.equals("revoked") ? "Revoked. This page follows what comes of it." : "It is recorded."));
    }

    /** Those that the reader reaches; the sentences on effects count the others too. */
    List<PublishingScreen.Line> relying(Viewer viewer, List<DeliveryRow> rows) {
        return reached(viewer, rows).stream()
                .map(row -> PublishingScreen.Line.of(row, viewer, visitors.groups(), clock.instant()))
                .toList();
    }

    private List<DeliveryRow> reached(Viewer viewer, List<DeliveryRow> rows) {
        Reach reach = viewer.reach(visitors.groups(), WHO);
        return rows.stream()
                .filter(row -> reach.covers(row.delivery().account()))
                .toList();
    }

    /** Asked anew each time: an account may have moved to another group meanwhile. */
    AuthorizationReach reach(Viewer viewer) {
        return viewer.authorizations(visitors.groups(), readModel);
    }

    /** The authorization of this id; one that the reader does not reach looks like one that does not exist. */
    SignedAuthorization known(@Nullable String id, Viewer viewer) {
        return Optional.ofNullable(id)
                .flatMap(register::signed)
                .filter(reach(viewer)::covers)
                .orElseThrow(() -> ProblemException.of(
                        404,
                        "There is no such authorization, or another group keeps it and no post of yours rests on it."));
    }

    /** Who may keep what this reader records; an empty group stands for the whole organization. */
    List<String> keepers(Viewer viewer) {
        Stream<String> all = Stream.concat(Stream.of(""), visitors.groups().byAccount().values().stream());
        return viewer.groups(WHO)
                .map(Set::stream)
                .orElse(all)
                .distinct()
                .sorted()
                .toList();
    }

    List<String> platforms() {
        return register.accounts().stream()
                .map(Account::platform)
                .distinct()
                .sorted()
                .toList();
    }

    /** Today in UTC; the gate looks at the account's own day. */
    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    static String page(String id) {
        return "/authorizations/one?id=" + Asked.encoded(id);
    }

    /** Those that it covers, for people. */
    static String platforms(SignedAuthorization one) {
        return String.join(
                ", ", one.sortedPlatforms().stream().map(PlatformName::of).toList());
    }

    static String ends(SignedAuthorization one) {
        return Stream.of(one.expires().map(Moment::day), one.expiryEvent())
                .flatMap(Optional::stream)
                .reduce((day, event) -> day + ", or " + event)
                .orElse("");
    }

    private Stage stage(SignedAuthorization one) {
        Standing standing = one.standing(today());
        return switch (standing) {
            case HOLDS -> new Stage("Holds", "Posts may go out under it.", Stage.Tone.DONE);
            case ENDS_SOON -> new Stage("Ends soon", "It ends within 30 days.", Stage.Tone.WAITING);
            case EXPIRED -> new Stage("Expired", "Nothing new goes out under it.", Stage.Tone.ACT);
            case REVOKED -> new Stage("Revoked", "Nothing may go out or stay under it.", Stage.Tone.ACT);
        };
    }

    private static String asked(Context context, String name) {
        return Optional.ofNullable(context.queryParam(name)).orElse("").strip();
    }
}
