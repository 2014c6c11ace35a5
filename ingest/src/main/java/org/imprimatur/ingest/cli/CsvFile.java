package org.imprimatur.ingest.cli;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Comma-separated values in UTF-8 (RFC 4180) under a row of names; empty values count as absent. */
record CsvFile(Path file) implements PostsFile {
    private static final List<String> NAMES =
            List.of("id", "text", "kind", "inReplyTo", "account", "scheduledAt", "authorization");
    private static final CsvMapper MAPPER =
            CsvMapper.csvBuilder().enable(CsvParser.Feature.WRAP_AS_ARRAY).build();

    @Override
    public Stream<Entry> entries(Optional<String> account) throws IOException {
        MappingIterator<String[]> rows = rows();
        List<String> names = names(rows);
        Submissions submissions = new Submissions(account);
        Rows entries = new Rows(rows, names, submissions);
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(entries, Spliterator.ORDERED), false)
                .onClose(() -> close(rows));
    }

    @Override
    public Optional<String> head() throws IOException {
        try (MappingIterator<String[]> rows = rows()) {
            return Optional.of(String.join(",", names(rows)));
        }
    }

    private MappingIterator<String[]> rows() throws IOException {
        BufferedReader reader = Files.newBufferedReader(file);
        return MAPPER.readerFor(String[].class).with(CsvSchema.emptySchema()).readValues(reader);
    }

    private List<String> names(MappingIterator<String[]> rows) throws IOException {
        if (!rows.hasNextValue()) {
            throw new IOException("The file is empty; its first row names its columns.");
        }
        List<String> names = new ArrayList<>(List.of(rows.nextValue()));
        names.set(0, names.get(0).replace("\uFEFF", ""));
        names.replaceAll(String::strip);
        List<String> unknown =
                names.stream().filter(name -> !NAMES.contains(name)).toList();
        if (!unknown.isEmpty() || Set.copyOf(names).size() < names.size() || !names.contains("text")) {
            throw new IOException("The first row names the columns: text, and any of "
                    + String.join(", ", NAMES)
                    + ", each once; correct the names that it has.");
        }
        return names;
    }

    private static void close(MappingIterator<String[]> rows) {
        try {
            rows.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes entries of rows, and counts the lines that they take up. */
    private static final class Rows implements Iterator<Entry> {
        private final MappingIterator<String[]> rows;
        private final List<String> names;
        private final Submissions submissions;
        private int line = 2;

        Rows(MappingIterator<String[]> rows, List<String> names, Submissions submissions) {
            this.rows = rows;
            this.names = names;
            this.submissions = submissions;
        }

        @Override
        public boolean hasNext() {
            try {
                return rows.hasNextValue();
            } catch (IOException e) {
                throw unreadable(e);
            }
        }

        @Override
        public Entry next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            try {
                return entry(rows.nextValue());
            } catch (IOException e) {
                throw unreadable(e);
            }
        }

        private UncheckedIOException unreadable(IOException e) {
            // The parser's own message quotes the row; its place is enough.
            String place = "The row on line " + line + " can't be read; check its quotes.";
            return new UncheckedIOException(e instanceof CharacterCodingException ? e : new IOException(place));
        }

        private Entry entry(String[] values) {
            int number = line;
            String raw = Stream.of(values).map(CsvFile::quoted).collect(Collectors.joining(","));
            line += 1 + Math.toIntExact(raw.chars().filter(c -> c == '\n').count());
            if (values.length != names.size()) {
                String reason = "This row has %d values under %d names; quote values that hold a comma or a quote."
                        .formatted(values.length, names.size());
                return new Entry.Unreadable(number, raw, List.of(reason));
            }
            Map<String, Object> fields = new LinkedHashMap<>();
            for (int i = 0; i < values.length; i++) {
                if (!values[i].isBlank()) {
                    fields.put(names.get(i), values[i]);
                }
            }
            return submissions.post(number, raw, fields);
        }
    }

    private static String quoted(String value) {
        return "\"" + value.replace("\"", "\"\"") + "\"";
    }
}
