package org.imprimatur.approver.web;

import io.javalin.http.Context;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.imprimatur.approver.post.Wording;
import org.imprimatur.approver.topology.ReviewRequest;
import org.imprimatur.approver.topology.ReviewRequest.Details;
import org.imprimatur.approver.topology.ReviewRequest.Kind;
import org.imprimatur.approver.web.view.DecisionForm.Typed;
import org.imprimatur.approver.web.view.Viewer;
import org.imprimatur.kit.web.ProblemException;

/** The fields of a reviewer's form as a request. */
record DecisionFields(Context context) {
    private static final String VARIANT = "variant.";

    ReviewRequest request(Viewer viewer) {
        String commandId = Asked.field(context, "command");
        Kind kind = kind();
        if (commandId.isEmpty() || (kind == Kind.EDIT && text().isEmpty())) {
            throw ProblemException.of(400, "This form is incomplete. Load the page again.");
        }
        return new ReviewRequest(
                commandId,
                context.pathParam("id"),
                Asked.numberField(context, "revision"),
                Asked.field(context, "content"),
                kind,
                viewer.id(),
                viewer.roles(),
                details(kind));
    }

    /** To show again what was typed when it was refused. */
    Typed typed() {
        return new Typed(
                kind().name(),
                Asked.field(context, "reason"),
                Asked.field(context, "policy"),
                Asked.field(context, "note"),
                Asked.field(context, "person"),
                Optional.of(text()).filter(text -> !text.isEmpty()));
    }

    private Details details(Kind kind) {
        Optional<String> words = filled("words");
        boolean internal = Asked.field(context, "audience").equals("colleagues");
        return switch (kind) {
            case COMMENT ->
                Details.because(words.filter(text -> !internal), Optional.empty(), words.filter(text -> internal));
            case EDIT ->
                new Details(
                        Optional.empty(),
                        Optional.empty(),
                        filled("note"),
                        Optional.empty(),
                        Optional.of(new Wording(text(), variants())));
            default -> new Details(filled("reason"), filled("policy"), filled("note"), whom(), Optional.empty());
        };
    }

    /** A person who is named comes before the role that is chosen. */
    private Optional<String> whom() {
        return filled("person")
                .map(person -> "person:" + person)
                .or(() -> filled("role").map(role -> "role:" + role));
    }

    private String text() {
        return Asked.field(context, "text").replace("\r\n", "\n");
    }

    private Map<String, String> variants() {
        return context.formParamMap().keySet().stream()
                .filter(name -> name.startsWith(VARIANT))
                .collect(Collectors.toMap(
                        name -> name.substring(VARIANT.length()),
                        name -> Asked.field(context, name).replace("\r\n", "\n")));
    }

    private Kind kind() {
        try {
            return Kind.valueOf(Asked.field(context, "kind").toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw ProblemException.of(400, "This form asks for something unknown. Load the page again.");
        }
    }

    private Optional<String> filled(String name) {
        return Optional.of(Asked.field(context, name)).filter(some -> !some.isEmpty());
    }
}
