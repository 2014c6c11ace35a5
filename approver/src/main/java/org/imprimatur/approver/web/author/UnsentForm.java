package org.imprimatur.approver.web.author;

import io.javalin.http.Context;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.imprimatur.approver.post.Unsent;
import org.imprimatur.kit.web.ProblemException;

/** Reads the composer's form; line ends, which browsers send as CR LF, become LF. */
final class UnsentForm {
    /** Four times what can be handed in: room to shorten in. */
    private static final int MOST_CHARS = 40_000;

    /** Of all its texts together. */
    private static final int MOST_CHARS_IN_ALL = 100_000;

    private static final String VARIANT = "variant.";

    private UnsentForm() {}

    /** What the form says now; what it does not hold stays as it was. */
    static Unsent read(Context context, Unsent before) {
        boolean reply = field(context, "kind").equals("reply");
        String text = field(context, "text");
        Unsent typed = new Unsent(
                before.key(),
                before.postId(),
                before.baseRevision(),
                before.revises() ? before.accounts() : chosen(context, "account"),
                before.revises() ? before.reply() : reply,
                field(context, "inReplyTo"),
                text,
                variants(context),
                before.pictures().stream()
                        .map(one -> new Unsent.UnsentPicture(
                                one.hash(), one.mediaType(), one.size(), field(context, "alt." + one.hash())))
                        .toList(),
                chosen(context, "authorization"),
                field(context, "scheduled").strip(),
                field(context, "expires").strip(),
                before.before(),
                new Unsent.Saved(window(context), turn(context), before.savedAt()));
        if (chars(typed) > MOST_CHARS_IN_ALL) {
            throw ProblemException.of(413, "The texts of this post are far too long together; shorten them first.");
        }
        return typed;
    }

    /** The version that the form's window showed at first; empty for a post that was never saved. */
    static String base(Context context) {
        return field(context, "base");
    }

    private static String window(Context context) {
        String window = field(context, "window");
        if (!UnsentDrafts.isKey(window)) {
            throw ProblemException.of(400, "This form is incomplete. Load the page again.");
        }
        return window;
    }

    private static int turn(Context context) {
        String turn = field(context, "turn");
        return turn.matches("[0-9]{1,9}") ? Integer.parseInt(turn) : 0;
    }

    private static int chars(Unsent unsent) {
        return Stream.of(
                        Stream.of(unsent.text(), unsent.inReplyTo()),
                        unsent.variants().entrySet().stream()
                                .flatMap(each -> Stream.of(each.getKey(), each.getValue())),
                        unsent.pictures().stream().map(Unsent.UnsentPicture::altText))
                .flatMap(texts -> texts)
                .mapToInt(String::length)
                .sum();
    }

    private static Map<String, String> variants(Context context) {
        Map<String, String> variants = new HashMap<>();
        context.formParamMap().keySet().stream()
                .filter(name -> name.startsWith(VARIANT))
                .filter(name -> !field(context, name).isBlank())
                .forEach(name -> variants.put(name.substring(VARIANT.length()), field(context, name)));
        return variants;
    }

    private static List<String> chosen(Context context, String name) {
        return context.formParams(name).stream()
                .filter(value -> !value.isBlank() && value.length() <= 200)
                .distinct()
                .limit(20)
                .toList();
    }

    private static String field(Context context, String name) {
        String value = Optional.ofNullable(context.formParam(name)).orElse("").replace("\r\n", "\n");
        if (value.length() > MOST_CHARS) {
            throw ProblemException.of(413, "This text is far too long for any post; shorten it first.");
        }
        return value;
    }
}
