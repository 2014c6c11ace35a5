package org.imprimatur.approver.web.admin;

import io.javalin.http.Context;
import java.util.Optional;
import org.imprimatur.approver.web.admin.AccountsScreen.Typed;
import org.imprimatur.approver.web.view.Viewer;
import org.imprimatur.approver.wire.administration.AccountCard;
import org.imprimatur.approver.wire.administration.Administration;
import org.imprimatur.approver.wire.administration.Deed;
import org.imprimatur.approver.wire.administration.Deed.Kind;

/** Accounts on platforms, and the freeze of one or of everything. */
final class AccountPages {
    private final Desk desk;
    private final Administration administration;

    AccountPages(Desk desk, Administration administration) {
        this.desk = desk;
        this.administration = administration;
    }

    /** {@code GET /admin/accounts}, with {@code ?edit=} the account that the form shall hold. */
    void list(Context context) {
        Typed typed = Optional.ofNullable(context.queryParam("edit"))
                .flatMap(this::find)
                .map(card -> new Typed(
                        card.id(), card.platform(), card.handle(), card.facility(), card.group(), card.timeZone()))
                .orElse(Typed.NOTHING);
        show(context, typed, Optional.empty(), Optional.empty());
    }

    void save(Context context) {
        Viewer administrator = desk.administrator(context);
        Typed typed = new Typed(
                Desk.field(context, "id"),
                Desk.field(context, "platform"),
                Desk.field(context, "handle"),
                Desk.field(context, "facility"),
                Desk.field(context, "group"),
                Desk.field(context, "zone"));
        AccountCard card;
        try {
            card = new AccountCard(
                    typed.id(),
                    typed.platform(),
                    typed.handle(),
                    typed.facility(),
                    typed.group(),
                    typed.zone(),
                    find(typed.id()).flatMap(AccountCard::frozen));
        } catch (IllegalArgumentException unusable) {
            refuse(context, typed, String.valueOf(unusable.getMessage()));
            return;
        }
        if (card.id().equals(AccountCard.EVERYTHING)) {
            refuse(context, typed, "An id has 1 to 64 letters, digits, dots or hyphens.");
            return;
        }
        String detail = card.platform() + (card.group().isEmpty() ? "" : ", group " + card.group());
        administration.save(card, desk.deed(Kind.ACCOUNT_SAVED, administrator, card.id(), detail, ""));
        show(context, Typed.NOTHING, Optional.empty(), Optional.of("The account " + card.id() + " is saved."));
    }

    /** Nothing goes out on the account, or on any, from here on; what is live stays. */
    void freeze(Context context) {
        Viewer administrator = desk.administrator(context);
        String reason = Desk.field(context, "reason");
        change(context, administrator, Kind.FROZEN, Optional.of(reason), reason);
    }

    void unfreeze(Context context) {
        Viewer administrator = desk.administrator(context);
        change(context, administrator, Kind.UNFROZEN, Optional.empty(), Desk.field(context, "reason"));
    }

    private void change(Context context, Viewer administrator, Kind kind, Optional<String> frozen, String reason) {
        String id = Desk.field(context, "id");
        Optional<AccountCard> before =
                id.equals(AccountCard.EVERYTHING) ? Optional.of(AccountCard.everything(Optional.empty())) : find(id);
        if (before.isEmpty() || reason.isBlank()) {
            refuse(context, Typed.NOTHING, before.isEmpty() ? "There is no such account." : "Say why, in one line.");
            return;
        }
        AccountCard card;
        try {
            card = before.get().frozen(frozen);
        } catch (IllegalArgumentException unusable) {
            refuse(context, Typed.NOTHING, String.valueOf(unusable.getMessage()));
            return;
        }
        Deed deed = desk.deed(kind, administrator, id, "", reason);
        administration.save(card, deed);
        String whom = id.equals(AccountCard.EVERYTHING) ? "Everything" : "The account " + id;
        show(
                context,
                Typed.NOTHING,
                Optional.empty(),
                Optional.of(kind == Kind.FROZEN ? whom + " is frozen." : whom + " is no longer frozen."));
    }

    private Optional<AccountCard> find(String id) {
        return administration.accounts().stream()
                .filter(card -> card.id().equals(id))
                .findFirst();
    }

    private void refuse(Context context, Typed typed, String fault) {
        Desk.refused(context);
        show(context, typed, Optional.of(fault), Optional.empty());
    }

    private void show(Context context, Typed typed, Optional<String> fault, Optional<String> done) {
        var frame = desk.frame(context, "Accounts", Desk.ADMINISTRATOR);
        var all = administration.accounts();
        var lines = all.stream()
                .filter(card -> !card.id().equals(AccountCard.EVERYTHING))
                .map(card -> new AccountsScreen.Line(
                        card.id(),
                        card.platform(),
                        card.handle(),
                        card.facility(),
                        card.group(),
                        card.timeZone(),
                        card.frozen()))
                .toList();
        Optional<String> everything = find(AccountCard.EVERYTHING).flatMap(AccountCard::frozen);
        desk.show(context, "accounts", new AccountsScreen(frame, lines, everything, typed, fault, done));
    }
}
