package org.imprimatur.ingest.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** One JSON object a line, in UTF-8; blank lines are passed over. */
record JsonLinesFile(Path file) implements PostsFile {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    @Override
    @SuppressWarnings("StreamResourceLeak") // the caller closes what it is given
    public Stream<Entry> entries(Optional<String> account) throws IOException {
        Submissions submissions = new Submissions(account);
        AtomicInteger number = new AtomicInteger();
        return Files.lines(file)
                .map(line -> entry(number.incrementAndGet(), line, submissions))
                .flatMap(Optional::stream);
    }

    @Override
    public Optional<String> head() {
        return Optional.empty();
    }

    private static Optional<Entry> entry(int number, String line, Submissions submissions) {
        if (line.isBlank()) {
            return Optional.empty();
        }
        try {
            Map<String, Object> fields = MAPPER.readValue(line, new TypeReference<>() {});
            return Optional.ofNullable(fields)
                    .<Entry>map(read -> submissions.post(number, line, read))
                    .or(() -> Optional.of(unreadable(number, line)));
        } catch (JsonProcessingException e) {
            return Optional.of(unreadable(number, line));
        }
    }

    private static Entry unreadable(int number, String line) {
        return new Entry.Unreadable(number, line, List.of("This line is not one JSON object with each field once."));
    }
}
