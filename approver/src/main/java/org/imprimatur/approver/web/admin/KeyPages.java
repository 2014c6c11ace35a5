package org.imprimatur.approver.web.admin;

import io.javalin.http.Context;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.imprimatur.approver.web.admin.KeysScreen.Typed;
import org.imprimatur.approver.web.view.Viewer;
import org.imprimatur.approver.wire.administration.Deed.Kind;
import org.imprimatur.kit.identity.ApiKeys;
import org.imprimatur.kit.identity.Identity;
import org.imprimatur.kit.identity.KeyScope;
import org.imprimatur.kit.settings.Secret;

/** Keys of programs: each for some roles and routes, until a day. */
final class KeyPages {
    private static final int LONGEST_DAYS = 366;
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private final Desk desk;
    private final ApiKeys keys;

    KeyPages(Desk desk, ApiKeys keys) {
        this.desk = desk;
        this.keys = keys;
    }

    void list(Context context) {
        show(context, Typed.NOTHING, Optional.empty(), Optional.empty(), Optional.empty());
    }

    void create(Context context) {
        Viewer administrator = desk.administrator(context);
        Typed typed = new Typed(
                Desk.field(context, "owner"),
                Desk.field(context, "label"),
                Desk.field(context, "roles"),
                Desk.field(context, "routes"),
                Desk.field(context, "days"));
        TypedRoles roles = TypedRoles.of(typed.roles());
        Optional<String> fault = roles.fault()
                .or(() -> Identity.isId(typed.owner()) ? Optional.empty() : Optional.of("Say as whom the key acts."))
                .or(() -> days(typed).isPresent()
                        ? Optional.empty()
                        : Optional.of("A key lasts 1 to " + LONGEST_DAYS + " days."));
        if (fault.isPresent()) {
            refuse(context, typed, fault.get());
            return;
        }
        KeyScope scope;
        try {
            scope = new KeyScope(
                    typed.owner(),
                    roles.roles(),
                    typed.label(),
                    routes(typed),
                    days(typed).map(days -> desk.clock().instant().plus(days)));
        } catch (IllegalArgumentException unusable) {
            refuse(context, typed, "Routes are paths such as /v1/drafts, and a label is one short line.");
            return;
        }
        String detail = "%s on %s until %s".formatted(words(scope.roles()), words(scope.routes()), end(scope));
        desk.administration().record(desk.deed(Kind.KEY_CREATED, administrator, scope.owner(), detail, ""));
        Secret key = keys.create(scope);
        show(
                context,
                Typed.NOTHING,
                Optional.empty(),
                Optional.of("The key acts as " + scope.owner() + ". Copy it now; it is shown only this once:"),
                Optional.of(key.reveal()));
    }

    void revoke(Context context) {
        Viewer administrator = desk.administrator(context);
        String id = Desk.field(context, "id");
        if (keys.list().stream().noneMatch(listed -> listed.id().equals(id))) {
            refuse(context, Typed.NOTHING, "There is no such key any more.");
            return;
        }
        desk.recorded(desk.deed(Kind.KEY_REVOKED, administrator, id, "", ""), () -> keys.revoke(id));
        show(
                context,
                Typed.NOTHING,
                Optional.empty(),
                Optional.of("The key " + id + " is refused from now on."),
                Optional.empty());
    }

    private void refuse(Context context, Typed typed, String fault) {
        Desk.refused(context);
        show(context, typed, Optional.of(fault), Optional.empty(), Optional.empty());
    }

    private void show(
            Context context, Typed typed, Optional<String> fault, Optional<String> done, Optional<String> secret) {
        var frame = desk.frame(context, "API keys", Desk.ADMINISTRATOR);
        Instant now = desk.clock().instant();
        var lines = keys.list().stream().map(listed -> line(listed, now)).toList();
        desk.show(context, "keys", new KeysScreen(frame, lines, typed, fault, done, secret));
    }

    private static KeysScreen.Line line(ApiKeys.Listed listed, Instant now) {
        KeyScope scope = listed.scope();
        return new KeysScreen.Line(
                listed.id(),
                scope.owner(),
                scope.label(),
                words(scope.roles()),
                words(scope.routes()),
                end(scope),
                scope.expires().filter(end -> !now.isBefore(end)).isPresent());
    }

    private static String end(KeyScope scope) {
        return scope.expires().map(DAY::format).orElse("never ends");
    }

    private static Optional<Duration> days(Typed typed) {
        return Optional.of(typed.days())
                .filter(days -> days.matches("[1-9][0-9]{0,2}"))
                .map(Integer::parseInt)
                .filter(days -> days <= LONGEST_DAYS)
                .map(Duration::ofDays);
    }

    private static Set<String> routes(Typed typed) {
        return Arrays.stream(typed.routes().split("[,\\s]+", -1))
                .filter(route -> !route.isEmpty())
                .collect(Collectors.toSet());
    }

    private static String words(Set<String> words) {
        return String.join(", ", new TreeSet<>(words));
    }
}
