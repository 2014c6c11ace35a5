package org.imprimatur.ingest.api;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.imprimatur.kit.web.ProblemException;

/** Reads a request's body as one JSON object, strictly: UTF-8, no field twice, nothing after it. */
final class JsonBody {
    private static final int MOST_BYTES = 1024 * 1024;

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .build();

    private JsonBody() {}

    static Map<String, Object> read(Context context) {
        String type = Optional.ofNullable(context.contentType()).orElse("").toLowerCase(Locale.ROOT);
        if (!type.startsWith("application/json")) {
            throw ProblemException.of(415, "Send JSON, with the header Content-Type: application/json.");
        }
        try {
            byte[] body = context.bodyInputStream().readNBytes(MOST_BYTES + 1);
            if (body.length > MOST_BYTES) {
                throw ProblemException.of(413, "Send a draft of at most " + MOST_BYTES + " bytes.");
            }
            return Optional.ofNullable(MAPPER.readValue(body, new TypeReference<Map<String, Object>>() {}))
                    .orElseThrow(() -> ProblemException.of(400, "Send a JSON object."));
        } catch (JsonProcessingException e) {
            // The parser's own message quotes the body; its place is enough.
            JsonLocation at = e.getLocation();
            String place = at == null ? "" : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")";
            throw ProblemException.of(
                    400, "The body is not one JSON object in UTF-8 with each field once" + place + ".");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
