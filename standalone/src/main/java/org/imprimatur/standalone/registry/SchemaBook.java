package org.imprimatur.standalone.registry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.apache.avro.SchemaParseException;

/**
 * What the topic {@code _schemas} says, and the decision what may be added to it.
 *
 * <p>It changes only by {@link #apply}, so reading the topic again gives the same book. Not safe for many threads.
 */
final class SchemaBook {

    static final String ALL = "";

    private final TreeMap<String, List<Entry.Version>> subjects = new TreeMap<>();
    private final Map<Integer, String> schemas = new HashMap<>();
    private final Map<String, Integer> ids = new HashMap<>();
    private final Map<String, Compatibility> levels = new HashMap<>();
    private int highestId;

    void apply(Entry entry) {
        if (entry instanceof Entry.Version added) {
            List<Entry.Version> versions = subjects.computeIfAbsent(added.subject(), subject -> new ArrayList<>());
            versions.removeIf(same -> same.version() == added.version());
            versions.add(added);
            schemas.put(added.id(), added.schema());
            ids.put(added.schema(), added.id());
            highestId = Math.max(highestId, added.id());
        } else if (entry instanceof Entry.Level set) {
            levels.put(set.subject(), set.level());
        }
    }

    /** The version that a registration would add or, when the subject has this schema already, the one it has. */
    Entry.Version register(String subject, String text) {
        Schema candidate = parse(text);
        String canonical = candidate.toString();
        List<Entry.Version> versions = subjects.getOrDefault(subject, List.of());
        Optional<Entry.Version> known = find(versions, canonical);
        if (known.isPresent()) {
            return known.get();
        }
        if (!compatible(subject, candidate)) {
            throw Refusal.incompatible(subject, level(subject));
        }
        int next = versions.isEmpty() ? 1 : versions.get(versions.size() - 1).version() + 1;
        return new Entry.Version(subject, next, ids.getOrDefault(canonical, highestId + 1), canonical);
    }

    boolean has(Entry.Version version) {
        return subjects.getOrDefault(version.subject(), List.of()).contains(version);
    }

    Entry.Version lookUp(String subject, String text) {
        return find(versions(subject), parse(text).toString()).orElseThrow(Refusal::noSuchSchema);
    }

    String schema(int id) {
        String schema = schemas.get(id);
        if (schema == null) {
            throw Refusal.noSuchSchema();
        }
        return schema;
    }

    List<String> subjects() {
        return List.copyOf(subjects.keySet());
    }

    List<Entry.Version> versions(String subject) {
        List<Entry.Version> versions = subjects.get(subject);
        if (versions == null) {
            throw Refusal.noSuchSubject(subject);
        }
        return versions;
    }

    /** @param wanted a number from 1, or {@code latest} */
    Entry.Version version(String subject, String wanted) {
        List<Entry.Version> versions = versions(subject);
        if (wanted.equals("latest")) {
            return versions.get(versions.size() - 1);
        }
        int number = number(wanted);
        return versions.stream()
                .filter(one -> one.version() == number)
                .findFirst()
                .orElseThrow(() -> Refusal.noSuchVersion(wanted));
    }

    Compatibility level(String subject) {
        return ownLevel(subject).or(() -> ownLevel(ALL)).orElse(Compatibility.BACKWARD);
    }

    Optional<Compatibility> ownLevel(String subject) {
        return Optional.ofNullable(levels.get(subject));
    }

    boolean compatible(String subject, String text) {
        return compatible(subject, parse(text));
    }

    boolean compatible(String subject, String wanted, String text) {
        Schema candidate = parse(text);
        return level(subject).allows(candidate, parse(version(subject, wanted).schema()));
    }

    private boolean compatible(String subject, Schema candidate) {
        List<Schema> older = subjects.getOrDefault(subject, List.of()).stream()
                .map(one -> parse(one.schema()))
                .toList();
        return level(subject).allows(candidate, older);
    }

    private static Optional<Entry.Version> find(List<Entry.Version> versions, String canonical) {
        return versions.stream().filter(one -> one.schema().equals(canonical)).findFirst();
    }

    private static int number(String wanted) {
        try {
            int number = Integer.parseInt(wanted);
            if (number >= 1) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // refused below
        }
        throw Refusal.invalidVersion(wanted);
    }

    private static Schema parse(String text) {
        try {
            return new Schema.Parser().parse(text);
        } catch (SchemaParseException invalid) {
            throw Refusal.invalidSchema(String.valueOf(invalid.getMessage()));
        }
    }
}
