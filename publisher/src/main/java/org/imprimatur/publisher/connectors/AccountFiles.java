package org.imprimatur.publisher.connectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.imprimatur.kit.settings.Secret;

/**
 * Reads what opens an account from {@code ACCOUNTID.yaml}, anew at every call.
 *
 * <p>A secret stands there itself, or as {@code env:NAME} or {@code file:PATH}, which name where it is.
 */
final class AccountFiles implements PlatformAccounts {
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]{0,99}");

    private final Path folder;
    private final Function<String, Optional<String>> environment;

    /**
     * Of this folder.
     *
     * @param environment the value of a variable; empty when it is not set
     */
    AccountFiles(Path folder, Function<String, Optional<String>> environment) {
        this.folder = folder;
        this.environment = environment;
    }

    @Override
    public PlatformAccount of(String accountId) throws IOException {
        return read(accountId, this::account);
    }

    /** How the account's token is renewed; empty when it is not. */
    Optional<Renewal> renewal(String accountId) throws IOException {
        return read(
                accountId,
                file -> file.path("renewal").isObject()
                        ? Optional.of(renewal(file.path("renewal")))
                        : Optional.empty());
    }

    private interface Reading<T> {
        T of(JsonNode file) throws IOException;
    }

    private <T> T read(String accountId, Reading<T> reading) throws IOException {
        if (!PLAIN.matcher(accountId).matches()) {
            throw new IOException("its id can't name a file");
        }
        Path file = folder.resolve(accountId + ".yaml");
        if (!Files.isReadable(file)) {
            throw new IOException("there is no readable file " + file.getFileName() + " in the secrets folder");
        }
        try {
            return reading.of(YAML.readTree(Files.readString(file)));
        } catch (IOException | IllegalArgumentException unusable) { // its message may quote a secret
            throw new IOException(file.getFileName()
                    + " needs url (https), secret, and perhaps handle, up to 3 languages, and renewal with url"
                    + " and token");
        }
    }

    private PlatformAccount account(JsonNode file) throws IOException {
        List<String> languages = StreamSupport.stream(file.path("languages").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
        return new PlatformAccount(
                URI.create(file.path("url").asText("")),
                file.path("handle").asText(""),
                secret(file.path("secret")),
                languages);
    }

    private Renewal renewal(JsonNode node) throws IOException {
        return new Renewal(
                URI.create(node.path("url").asText("")),
                node.path("client").asText(""),
                node.has("client-secret") ? Optional.of(secret(node.path("client-secret"))) : Optional.empty(),
                secret(node.path("token")));
    }

    private Secret secret(JsonNode node) throws IOException {
        String value = node.asText("").strip();
        if (value.startsWith("env:")) {
            return Secret.of(environment.apply(value.substring("env:".length())).orElse(""));
        }
        return Secret.of(
                value.startsWith("file:")
                        ? Files.readString(Path.of(value.substring("file:".length())))
                                .strip()
                        : value);
    }
}
