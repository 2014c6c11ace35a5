package org.imprimatur.ingest.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A file of posts, read from its beginning as often as needed. */
interface PostsFile {

    /**
     * Its entries in order, read as they are asked for; to be closed.
     *
     * @param account where posts go out that name no account
     * @throws IOException when it can't be opened or its head is wrong; reading on may throw
     *     {@link java.io.UncheckedIOException}
     */
    Stream<Entry> entries(Optional<String> account) throws IOException;

    /** What stands above the entries; also above those that were refused. */
    Optional<String> head() throws IOException;

    /** CSV by its name, else one JSON object a line. */
    static PostsFile of(Path file) {
        boolean csv = file.toString().toLowerCase(Locale.ROOT).endsWith(".csv");
        return csv ? new CsvFile(file) : new JsonLinesFile(file);
    }
}
