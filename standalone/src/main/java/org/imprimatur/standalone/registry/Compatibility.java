package org.imprimatur.standalone.registry;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;

/** Which of a subject's schemas a new one must be able to read, or be read by; the levels of Confluent's registry. */
enum Compatibility {
    NONE(false, false, false),
    BACKWARD(true, false, false),
    BACKWARD_TRANSITIVE(true, false, true),
    FORWARD(false, true, false),
    FORWARD_TRANSITIVE(false, true, true),
    FULL(true, true, false),
    FULL_TRANSITIVE(true, true, true);

    private final boolean readsOlder;
    private final boolean isReadByOlder;
    private final boolean all;

    Compatibility(boolean readsOlder, boolean isReadByOlder, boolean all) {
        this.readsOlder = readsOlder;
        this.isReadByOlder = isReadByOlder;
        this.all = all;
    }

    static Optional<Compatibility> named(String name) {
        return Stream.of(values()).filter(level -> level.name().equals(name)).findFirst();
    }

    /** @param older the subject's schemas, oldest first */
    boolean allows(Schema candidate, List<Schema> older) {
        List<Schema> compared = all || older.isEmpty() ? older : older.subList(older.size() - 1, older.size());
        return compared.stream().allMatch(one -> allows(candidate, one));
    }

    /** As {@link #allows(Schema, List)}, against one version whatever its age. */
    boolean allows(Schema candidate, Schema other) {
        return (!readsOlder || reads(candidate, other)) && (!isReadByOlder || reads(other, candidate));
    }

    private static boolean reads(Schema reader, Schema writer) {
        return SchemaCompatibility.checkReaderWriterCompatibility(reader, writer)
                        .getType()
                == SchemaCompatibilityType.COMPATIBLE;
    }
}
