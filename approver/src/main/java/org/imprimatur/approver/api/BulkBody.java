package org.imprimatur.approver.api;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.imprimatur.approver.topology.BulkDesk;

/** Reads {@code items} of cases to approve together, and says what came of each. */
final class BulkBody {

    private BulkBody() {}

    /** Throws a problem that names every fault at once. */
    static List<BulkDesk.Item> items(Context context, Supplier<String> commandIds) {
        JsonBody body = JsonBody.of(context.body());
        List<BulkDesk.Item> items = new ArrayList<>();
        for (JsonBody item : body.objects("items", BulkDesk.MOST)) {
            items.add(new BulkDesk.Item(
                    item.word("commandId").orElseGet(commandIds),
                    item.needed("postId", "the post"),
                    item.revision("revision"),
                    item.needed("contentHash", "the hash of the content that you saw")));
        }
        body.complete();
        return items;
    }

    static Map<String, Object> done(BulkDesk.Done done) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("postId", done.item().postId());
        return done.answer()
                .fold(
                        accepted -> with(fields, "event", CaseBody.event(accepted.event())),
                        refused ->
                                with(fields, "refusal", Map.of("name", refused.name(), "detail", refused.sentence())),
                        unanswered ->
                                with(fields, "refusal", Map.of("name", "UNANSWERED", "detail", unanswered.sentence())));
    }

    private static Map<String, Object> with(Map<String, Object> fields, String name, Object value) {
        fields.put(name, value);
        return fields;
    }
}
