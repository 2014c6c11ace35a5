package org.imprimatur.schemas;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.avro.SchemaFormatter;
import org.apache.avro.specific.SpecificData;

/** Writes today's schemas into the folder that it is given; run once for each release, see this module's README. */
public final class KeepSchemas {

    private KeepSchemas() {}

    public static void main(String[] arguments) throws IOException {
        Path release = Files.createDirectories(Path.of(arguments[0]));
        for (Topic<?> topic : Topics.all()) {
            String schema =
                    SchemaFormatter.format("json/pretty", SpecificData.get().getSchema(topic.valueType()));
            Files.writeString(release.resolve(topic.name() + ".avsc"), schema + "\n");
        }
    }
}
