package org.imprimatur.approver.api;

import io.javalin.http.Context;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.imprimatur.approver.post.Wording;
import org.imprimatur.approver.topology.ReviewRequest;
import org.imprimatur.approver.topology.ReviewRequest.Details;
import org.imprimatur.approver.topology.ReviewRequest.Kind;
import org.imprimatur.kit.identity.Identity;

/**
 * Reads a command: {@code kind}, {@code revision}, {@code contentHash}, and where the kind asks for it {@code reason},
 * {@code policy}, {@code note}, {@code whom}, {@code text} with {@code variants}, and {@code commandId}.
 */
final class CommandBody {
    private static final int LONGEST_REASON = 4_000;

    /** As long as ingest takes it. */
    private static final int LONGEST_TEXT = 10_000;

    /** These have ways of their own: heartbeats and lists. */
    private static final Set<Kind> ELSEWHERE = Set.of(Kind.EXTEND, Kind.APPROVE_IN_BULK);

    private final String postId;
    private final JsonBody body;

    CommandBody(Context context) {
        postId = context.pathParam("postId");
        body = JsonBody.of(context.body());
    }

    /** The request; throws a problem that names every fault at once. */
    ReviewRequest request(Identity person, Supplier<String> commandIds) {
        Optional<Kind> kind = kind();
        int revision = body.revision("revision");
        String hash = body.needed("contentHash", "the hash of the content that you saw");
        Details details = new Details(
                body.text("reason", LONGEST_REASON),
                body.word("policy"),
                body.text("note", LONGEST_REASON),
                body.word("whom"),
                kind.filter(Kind.EDIT::equals).isPresent() ? wording() : Optional.empty());
        String commandId = body.word("commandId").orElseGet(commandIds);
        body.complete();
        return new ReviewRequest(
                commandId, postId, revision, hash, kind.orElseThrow(), person.id(), person.roles(), details);
    }

    private Optional<Wording> wording() {
        Optional<String> text = body.text("text", LONGEST_TEXT);
        if (text.isEmpty()) {
            body.fault("text", "is needed: what shall go out instead");
        }
        return text.map(each -> new Wording(each, body.texts("variants", LONGEST_TEXT)));
    }

    private Optional<Kind> kind() {
        Optional<Kind> kind = body.word("kind").flatMap(CommandBody::kind);
        if (kind.isEmpty()) {
            body.fault("kind", "is one of " + kinds().map(CommandBody::name).collect(Collectors.joining(", ")));
        }
        return kind;
    }

    private static Optional<Kind> kind(String word) {
        return kinds().filter(kind -> name(kind).equals(word.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    private static Stream<Kind> kinds() {
        return Stream.of(Kind.values()).filter(kind -> !ELSEWHERE.contains(kind));
    }

    private static String name(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
