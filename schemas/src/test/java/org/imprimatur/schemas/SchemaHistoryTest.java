package org.imprimatur.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.specific.SpecificData;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Six years of records must stay readable: today's schemas against those of every release, in {@code past/}. */
class SchemaHistoryTest {

    private static final Path PAST = Path.of("past");

    static Stream<Topic<?>> topics() {
        return Topics.all().stream();
    }

    @ParameterizedTest
    @MethodSource("topics")
    void whatEveryReleaseWroteIsStillRead(Topic<?> topic) throws IOException {
        Schema today = SpecificData.get().getSchema(topic.valueType());

        List<Schema> past = past(topic);

        assertThat(past)
                .as("run the command in schemas/README.md to keep the schema of %s with this release", topic.name())
                .isNotEmpty()
                .allSatisfy(written -> assertThat(SchemaCompatibility.checkReaderWriterCompatibility(today, written)
                                .getType())
                        .isEqualTo(SchemaCompatibilityType.COMPATIBLE));
    }

    @ParameterizedTest
    @MethodSource("topics")
    void theNewestReleaseReadsWhatIsWrittenToday(Topic<?> topic) throws IOException {
        Schema today = SpecificData.get().getSchema(topic.valueType());
        Schema newest = past(topic).get(past(topic).size() - 1);

        assertThat(SchemaCompatibility.checkReaderWriterCompatibility(newest, today)
                        .getType())
                .isEqualTo(SchemaCompatibilityType.COMPATIBLE);
    }

    /** Oldest release first. */
    private static List<Schema> past(Topic<?> topic) throws IOException {
        try (Stream<Path> releases = Files.list(PAST)) {
            return releases.sorted()
                    .map(release -> release.resolve(topic.name() + ".avsc"))
                    .filter(Files::exists)
                    .map(SchemaHistoryTest::parse)
                    .toList();
        }
    }

    private static Schema parse(Path file) {
        try {
            return new Schema.Parser().parse(file.toFile());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
