package org.imprimatur.approver.web;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.imprimatur.approver.web.view.QueueChoice;

/** Reads the query of an address that is not the one that was asked for. */
final class Queries {
    private Queries() {}

    static QueueChoice choice(String query) {
        Map<String, String> values = new HashMap<>();
        for (String part : query.replaceFirst("^\\?", "").split("&", -1)) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                values.put(
                        part.substring(0, equals),
                        URLDecoder.decode(part.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return QueueChoice.read(name -> values.getOrDefault(name, ""));
    }
}
