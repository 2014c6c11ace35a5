package org.imprimatur.publisher.connectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.imprimatur.kit.settings.Secret;

/** Where credentials of accounts come from; asked at every call, so that they rotate without a restart. */
@FunctionalInterface
public interface PlatformAccounts {
    /**
     * The account of that id.
     *
     * @throws IOException when there is none that can be used; its message holds nothing secret
     */
    PlatformAccount of(String accountId) throws IOException;

    /** One file {@code ACCOUNTID.yaml} for each, with {@code url}, {@code secret}, {@code handle}, {@code languages}. */
    static PlatformAccounts inFolder(Path folder) {
        YAMLMapper yaml = new YAMLMapper();
        Pattern plain = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]{0,99}");
        return accountId -> {
            if (!plain.matcher(accountId).matches()) {
                throw new IOException("its id can't name a file");
            }
            Path file = folder.resolve(accountId + ".yaml");
            if (!Files.isReadable(file)) {
                throw new IOException("there is no readable file " + file.getFileName() + " in the secrets folder");
            }
            try {
                return account(yaml.readTree(Files.readString(file)));
            } catch (IOException | IllegalArgumentException unusable) { // its message may quote a secret
                throw new IOException(
                        file.getFileName() + " needs url (https), secret, and perhaps handle and up to 3 languages");
            }
        };
    }

    private static PlatformAccount account(JsonNode file) {
        List<String> languages = StreamSupport.stream(file.path("languages").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
        return new PlatformAccount(
                URI.create(file.path("url").asText("")),
                file.path("handle").asText(""),
                Secret.of(file.path("secret").asText("").strip()),
                languages);
    }
}
