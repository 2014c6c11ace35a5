package org.imprimatur.approver.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.imprimatur.approver.topology.ReviewRequest;
import org.imprimatur.kit.identity.Identity;
import org.imprimatur.kit.web.Problem;
import org.imprimatur.kit.web.Problem.Fault;
import org.imprimatur.kit.web.ProblemException;

/** Reads a command: {@code kind}, {@code revision}, {@code contentHash}, and where given reason, policy, commandId. */
final class CommandBody {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int LONGEST_REASON = 4_000;
    private static final int LONGEST_WORD = 200;

    private final String postId;
    private final JsonNode body;
    private final List<Fault> faults = new ArrayList<>();

    CommandBody(Context context) {
        postId = context.pathParam("postId");
        body = parse(context.body());
    }

    /** The request; throws a problem that names every fault at once. */
    ReviewRequest request(Identity reviewer, Supplier<String> commandIds) {
        Optional<ReviewRequest.Kind> kind = kind();
        int revision = revision();
        Optional<String> hash = text("contentHash", LONGEST_WORD);
        if (hash.isEmpty()) {
            faults.add(new Fault("#/contentHash", "is needed: the hash of the content that you saw"));
        }
        Optional<String> reason = text("reason", LONGEST_REASON);
        Optional<String> policy = text("policy", LONGEST_WORD);
        String commandId = text("commandId", LONGEST_WORD).orElseGet(commandIds);
        if (!faults.isEmpty() || kind.isEmpty() || hash.isEmpty()) {
            throw new ProblemException(Problem.of(400, "Mend the fields that are named here.", faults));
        }
        return new ReviewRequest(
                commandId, postId, revision, hash.get(), kind.get(), reviewer.id(), reviewer.roles(), ReviewRequest.Details.because(reason, policy, Optional.empty()));
    }

    private Optional<ReviewRequest.Kind> kind() {
        Optional<ReviewRequest.Kind> kind = text("kind", LONGEST_WORD).flatMap(CommandBody::kind);
        if (kind.isEmpty()) {
            faults.add(new Fault("#/kind", "is claim, unclaim, approve, reject or request_changes"));
        }
        return kind;
    }

    private static Optional<ReviewRequest.Kind> kind(String word) {
        return Stream.of(ReviewRequest.Kind.values())
                .filter(kind -> kind.name().equals(word.toUpperCase(Locale.ROOT)))
                .findFirst();
    }

    private int revision() {
        JsonNode node = body.path("revision");
        if (node.isInt() && node.intValue() > 0) {
            return node.intValue();
        }
        faults.add(new Fault("#/revision", "is needed: the number of the revision that you saw"));
        return 1;
    }

    private Optional<String> text(String field, int longest) {
        JsonNode node = body.path(field);
        if (node.isMissingNode() || node.isNull()) {
            return Optional.empty();
        }
        if (!node.isTextual() || node.textValue().length() > longest) {
            faults.add(new Fault("#/" + field, "is text of at most " + longest + " characters"));
            return Optional.empty();
        }
        return Optional.of(node.textValue()).filter(text -> !text.isBlank());
    }

    private static JsonNode parse(String text) {
        try {
            JsonNode body = JSON.readTree(text);
            if (body.isObject()) {
                return body;
            }
        } catch (JsonProcessingException notJson) {
            // falls through to the one sentence below; the parser's own may quote the body
        }
        throw ProblemException.of(400, "Send one JSON object.");
    }
}
