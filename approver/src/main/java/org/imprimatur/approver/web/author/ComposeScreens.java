package org.imprimatur.approver.web.author;

import io.javalin.http.Context;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.imprimatur.approver.post.Account;
import org.imprimatur.approver.post.Authorization;
import org.imprimatur.approver.post.SignedAuthorization;
import org.imprimatur.approver.post.Unsent;
import org.imprimatur.approver.post.Verdict;
import org.imprimatur.approver.readmodel.Groups;
import org.imprimatur.approver.readmodel.HistoryRow;
import org.imprimatur.approver.readmodel.PostView;
import org.imprimatur.approver.readmodel.Reach;
import org.imprimatur.approver.readmodel.ReadModel;
import org.imprimatur.approver.web.author.ComposeScreen.Fault;
import org.imprimatur.approver.web.view.Frame;
import org.imprimatur.approver.web.view.Viewer;

/** Makes the composer's pages from what is written, the registers and the engine's word. */
final class ComposeScreens {
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("d MMM, HH:mm 'UTC'", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    private static final int BEGINNING = 90;

    private final Authoring authoring;
    private final ReadModel readModel;
    private final Groups groups;
    private final LiveChecks checks;
    private final InstantSource clock;
    private final Supplier<String> windows;

    ComposeScreens(
            Authoring authoring, ReadModel readModel, Groups groups, InstantSource clock, Supplier<String> windows) {
        this.authoring = authoring;
        this.groups = groups;
        this.readModel = readModel;
        this.checks = new LiveChecks(authoring.desk(), authoring.targets());
        this.clock = clock;
        this.windows = windows;
    }

    /** With {@code elsewhere}, the window keeps the base that it came with. */
    ComposeScreen compose(
            Viewer viewer, Unsent unsent, List<Fault> faults, Optional<Elsewhere> elsewhere, Context context) {
        Reach reach = viewer.reach(groups, "author");
        List<Account> accounts = authoring.register().accounts().stream()
                .filter(account -> reach.covers(account.id()))
                .filter(account -> !unsent.revises() || unsent.accounts().contains(account.id()))
                .toList();
        return new ComposeScreen(
                new Frame(unsent.revises() ? "New revision" : "New post", Frame.Tab.MINE, viewer),
                unsent,
                elsewhere
                        .map(refused -> UnsentForm.base(context))
                        .orElseGet(() -> unsent.saved().version()),
                windows.get(),
                accounts,
                accounts.stream().map(Account::platform).distinct().toList(),
                offered(viewer, unsent),
                zoneNote(unsent, accounts),
                panel(viewer, unsent, elsewhere, context),
                others(viewer, unsent),
                faults,
                unsent.before().isEmpty() ? "" : "The wording was changed.",
                noteOfReviewer(unsent));
    }

    Panel panel(Viewer viewer, Unsent unsent, Optional<Elsewhere> elsewhere, Context context) {
        Instant now = clock.instant();
        ZoneId readers =
                Slot.zone(Optional.ofNullable(context.formParam("zone")).orElse(""));
        List<Account> accounts = chosen(unsent);
        Planning planning = planning(viewer, unsent, readers, now);
        return new Panel(
                unsent,
                elsewhere
                        .map(refused -> "Not kept. " + refused.headline() + ".")
                        .orElseGet(() -> unsent.savedAt() == 0
                                ? ""
                                : "Saved " + CLOCK.format(Instant.ofEpochMilli(unsent.savedAt()))),
                checks.of(viewer.person(), unsent, now),
                accounts.stream().map(account -> Preview.of(account, unsent)).toList(),
                planning.plans(),
                elsewhere,
                Stream.concat(planning.faults().stream(), planning.warnings().stream())
                        .distinct()
                        .toList());
    }

    /** Times that are none, before anything is handed in. */
    Planning planning(Viewer viewer, Unsent unsent, ZoneId readers, Instant now) {
        List<Authorization> attached = unsent.authorizations().stream()
                .flatMap(id -> onFile(viewer, id).stream())
                .map(SignedAuthorization::summary)
                .toList();
        return Planning.of(unsent, chosen(unsent), attached, authoring.targets(), readers, now);
    }

    List<Account> chosen(Unsent unsent) {
        return authoring.register().accounts().stream()
                .filter(account -> unsent.accounts().contains(account.id()))
                .toList();
    }

    /** Other wording for one finding, by index, or for all. */
    WordingScreen wording(Viewer viewer, Unsent unsent, Optional<Integer> finding) {
        Frame frame = new Frame("Safer wording", Frame.Tab.MINE, viewer);
        Instant now = clock.instant();
        Optional<Verdict> verdict = unsent.accounts().isEmpty() || unsent.text().isBlank()
                ? Optional.empty()
                : checks.verdict(viewer.person(), unsent, now);
        Optional<String> other = verdict.flatMap(judged -> SaferWording.of(
                        unsent.text(),
                        judged,
                        finding.filter(index -> index < judged.findings().size())
                                .map(List::of)
                                .orElseGet(() -> SaferWording.mendable(unsent.text(), judged))))
                .filter(text -> !text.equals(unsent.text()));
        if (other.isEmpty()) {
            String why = verdict.isEmpty()
                    ? "The check does not answer just now; what you wrote stays as it is."
                    : "There is no other wording to offer; only you can say it differently.";
            return new WordingScreen(frame, unsent, Optional.empty(), "", why);
        }
        Checked then = checks.of(viewer.person(), unsent.withText(other.get(), ""), now);
        return new WordingScreen(
                frame,
                unsent,
                Optional.of(WordDiff.of(unsent.text(), other.get())),
                other.get(),
                "With this wording: " + then.headline().substring(0, 1).toLowerCase(Locale.ROOT)
                        + then.headline().substring(1) + ".");
    }

    /** The authorization under this id; what another group keeps is not there for who writes for this one. */
    Optional<SignedAuthorization> onFile(Viewer viewer, String authorization) {
        return authoring.register().signed(authorization).filter(one -> isForUse(viewer, one));
    }

    private List<Authorization> offered(Viewer viewer, Unsent unsent) {
        return authoring.register().signed().stream()
                .filter(one ->
                        one.revocation().isEmpty() || unsent.authorizations().contains(one.id()))
                .filter(one -> isForUse(viewer, one))
                .map(SignedAuthorization::summary)
                .toList();
    }

    private static boolean isForUse(Viewer viewer, SignedAuthorization authorization) {
        return viewer.person().reaches(authorization.group(), "author");
    }

    private static String zoneNote(Unsent unsent, List<Account> accounts) {
        List<String> zones = accounts.stream()
                .filter(account ->
                        unsent.accounts().isEmpty() || unsent.accounts().contains(account.id()))
                .map(account -> Slot.name(account.zone()))
                .distinct()
                .toList();
        return zones.isEmpty()
                ? "In the account’s own time."
                : zones.size() == 1
                        ? "In the account’s own time, " + zones.get(0) + "."
                        : "In each account’s own time: " + String.join(", ", zones) + ".";
    }

    private List<ComposeScreen.Unfinished> others(Viewer viewer, Unsent shown) {
        List<ComposeScreen.Unfinished> others = new ArrayList<>();
        for (Unsent unsent : authoring.unsent().of(viewer.id())) {
            if (!unsent.key().equals(shown.key())) {
                String text = unsent.text().strip().replaceAll("\\s+", " ");
                int[] first = text.codePoints().limit(BEGINNING).toArray();
                String beginning =
                        new String(first, 0, first.length) + (text.codePointCount(0, text.length()) > BEGINNING ? "…" : "");
                others.add(new ComposeScreen.Unfinished(
                        unsent.key(),
                        beginning.isEmpty() ? "A post without text yet" : beginning,
                        CLOCK.format(Instant.ofEpochMilli(unsent.savedAt()))));
            }
        }
        return others;
    }

    private Optional<String> noteOfReviewer(Unsent unsent) {
        return Optional.of(unsent)
                .filter(Unsent::revises)
                .flatMap(revision -> readModel.post(revision.postId()))
                .flatMap(ComposeScreens::note);
    }

    /** What the reviewer last told the author of this post. */
    static Optional<String> note(PostView post) {
        return post.revisions().stream()
                .flatMap(revision -> revision.review().stream())
                .flatMap(review -> review.closing().stream())
                .filter(event ->
                        event.kind().equals("CHANGES_REQUESTED") || event.kind().equals("REJECTED"))
                .findFirst()
                .flatMap(HistoryRow::reason);
    }
}
