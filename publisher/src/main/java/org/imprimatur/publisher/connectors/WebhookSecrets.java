package org.imprimatur.publisher.connectors;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.imprimatur.kit.settings.Secret;

/** Where a webhook's signing secrets come from; asked at every call, so that they rotate without a restart. */
@FunctionalInterface
public interface WebhookSecrets {
    /** At least one; all of them sign, so that a receiver may still know only the old one while it changes. */
    List<Secret> current() throws IOException;

    /** Always the same one. */
    static WebhookSecrets fixed(Secret secret) {
        return () -> List.of(secret);
    }

    /** One {@code whsec_…} a line; blank lines and lines that begin with # are passed over. */
    static WebhookSecrets inFile(Path file) {
        return () -> {
            List<Secret> found = Arrays.stream(Files.readString(file).split("\\R", -1))
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .map(Secret::of)
                    .toList();
            if (found.isEmpty()) {
                throw new IOException("the file of webhook secrets holds none");
            }
            return found;
        };
    }
}
