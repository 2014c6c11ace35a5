package org.imprimatur.standalone.registry;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The paths of the REST API, each answered from the book; what changes the book is in the topic first. */
final class RegistryRoutes {

    private final SchemaBook book;
    private final SchemaLog log;

    RegistryRoutes(SchemaBook book, SchemaLog log) {
        this.book = book;
        this.log = log;
    }

    /** One call at a time: there is one writer, and every answer comes from memory. */
    synchronized Object answer(Call call) {
        if (!Set.of("GET", "POST", "PUT").contains(call.method())) {
            throw Refusal.wrongMethod();
        }
        return switch (call.method()) {
            case "POST" -> post(call);
            case "PUT" -> put(call);
            default -> get(call);
        };
    }

    private Object get(Call call) {
        if (call.on()) {
            return Map.of();
        }
        if (call.on("subjects")) {
            return book.subjects();
        }
        if (call.on("subjects", "*", "versions")) {
            return book.versions(call.segment(1)).stream()
                    .map(Entry.Version::version)
                    .toList();
        }
        if (call.on("subjects", "*", "versions", "*")) {
            return described(book.version(call.segment(1), call.segment(3)));
        }
        if (call.on("schemas", "types")) {
            return List.of("AVRO");
        }
        if (call.on("schemas", "ids", "*")) {
            return Map.of("schema", book.schema(id(call.segment(2))));
        }
        if (call.on("config")) {
            return Map.of("compatibilityLevel", book.level(SchemaBook.ALL));
        }
        if (call.on("config", "*")) {
            String subject = call.segment(1);
            return Map.of("compatibilityLevel", book.ownLevel(subject).orElseThrow(() -> Refusal.noOwnLevel(subject)));
        }
        throw Refusal.noSuchPath();
    }

    private Object post(Call call) {
        if (call.on("subjects", "*", "versions")) {
            return Map.of("id", register(call.segment(1), call.schema()).id());
        }
        if (call.on("subjects", "*")) {
            return described(book.lookUp(call.segment(1), call.schema()));
        }
        if (call.on("compatibility", "subjects", "*", "versions")) {
            return Map.of("is_compatible", book.compatible(call.segment(2), call.schema()));
        }
        if (call.on("compatibility", "subjects", "*", "versions", "*")) {
            return Map.of("is_compatible", book.compatible(call.segment(2), call.segment(4), call.schema()));
        }
        throw Refusal.noSuchPath();
    }

    private Object put(Call call) {
        if (!call.on("config") && !call.on("config", "*")) {
            throw Refusal.noSuchPath();
        }
        String subject = call.on("config") ? SchemaBook.ALL : call.segment(1);
        Compatibility level = Compatibility.named(
                        call.body().path("compatibility").asText("").toUpperCase(Locale.ROOT))
                .orElseThrow(Refusal::invalidLevel);
        write(new Entry.Level(subject, level));
        return Map.of("compatibility", level);
    }

    private Entry.Version register(String subject, String schema) {
        Entry.Version version = book.register(subject, schema);
        if (!book.has(version)) {
            write(version);
        }
        return version;
    }

    private void write(Entry entry) {
        log.append(entry);
        book.apply(entry);
    }

    private static Map<String, Object> described(Entry.Version one) {
        return Map.of("subject", one.subject(), "version", one.version(), "id", one.id(), "schema", one.schema());
    }

    private static int id(String segment) {
        try {
            return Integer.parseInt(segment);
        } catch (NumberFormatException notANumber) {
            throw Refusal.noSuchSchema();
        }
    }
}
