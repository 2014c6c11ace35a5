package org.imprimatur.approver.web.author;

import io.javalin.http.Context;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.imprimatur.kit.web.ProblemException;

/** Reads the composer's form; line ends, which browsers send as CR LF, become LF. */
final class UnsentForm {
    /** Four times what can be handed in: room to shorten in. */
    private static final int MOST_CHARS = 40_000;

    private static final String VARIANT = "variant.";

    private UnsentForm() {}

    /** What the form says now; what it does not hold stays as it was. */
    static Unsent read(Context context, Unsent before) {
        boolean reply = field(context, "kind").equals("reply");
        String text = field(context, "text");
        return new Unsent(
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
                before.savedAt());
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
