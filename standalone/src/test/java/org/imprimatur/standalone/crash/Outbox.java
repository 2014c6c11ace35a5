package org.imprimatur.standalone.crash;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** Reads what the outbox folder holds. */
final class Outbox {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Outbox() {}

    static String postId(Path file) {
        try {
            return JSON.readTree(file.toFile()).path("postId").asText();
        } catch (IOException torn) {
            throw new UncheckedIOException(torn);
        }
    }
}
