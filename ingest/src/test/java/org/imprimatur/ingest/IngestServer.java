package org.imprimatur.ingest;

import static org.imprimatur.testkit.api.DescribedApi.described;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.awaitility.Awaitility;
import org.imprimatur.ingest.wire.OrganizationLoader;
import org.imprimatur.kit.identity.Access;
import org.imprimatur.kit.identity.ApiKeys;
import org.imprimatur.kit.identity.LocalAccounts;
import org.imprimatur.kit.identity.Sessions;
import org.imprimatur.kit.lifecycle.Lifecycle;
import org.imprimatur.kit.settings.Settings;
import org.imprimatur.kit.streams.TopicProvisioner;
import org.imprimatur.kit.web.Routes;
import org.imprimatur.kit.web.WebServer;
import org.imprimatur.kit.web.WebSettings;
import org.imprimatur.schemas.Topics;
import org.imprimatur.schemas.organization.OrganizationFile;
import org.imprimatur.schemas.wire.Wire;
import org.imprimatur.testkit.broker.TestBroker;

/** This service on a real web server and a real broker, with the account {@code main} and the authorization A-101. */
public final class IngestServer implements AutoCloseable {
    /** Of everything on the shared broker, so that all can read each other. */
    static final Wire WIRE = Wire.inMemory();

    static final JsonMapper JSON = new JsonMapper();
    private static final String ORGANIZATION = """
        name: Harbor Valley Health
        accounts: [{id: main, platform: outbox}, {id: clinic, platform: outbox, group: family}]
        authorizations: [{id: A-101, personName: Walter Brandvold}]
        """;

    private final HttpClient client = HttpClient.newHttpClient();
    private final Lifecycle lifecycle;
    private final WebServer web;
    private final ApiKeys keys;
    private final LocalAccounts accounts;
    private final IngestService ingest;

    private IngestServer(Path folder, String bootstrap, Wire wire, Map<String, String> settings) {
        keys = new ApiKeys(folder.resolve("keys.yaml"));
        accounts = new LocalAccounts(folder.resolve("accounts.yaml"));
        Access access = new Access(accounts, keys, new Sessions());
        Map<String, String> all = new HashMap<>(settings);
        all.put("kafka.bootstrap", bootstrap);
        all.put("ingest.folder", folder.resolve("ingest").toString());
        ingest = new IngestService(IngestSettings.read(Settings.of(all)), access, new SimpleMeterRegistry(), wire);
        Routes signIn = routes -> routes.post("/sign-in", context -> {
            access.signIn(context, context.queryParam("id"), context.header("X-Password"));
        });
        Routes token = routes -> routes.get("/token", context -> context.result(access.csrf(context)));
        web = new WebServer(
                new WebSettings("127.0.0.1", 0),
                access,
                List.of(ingest.routes(), signIn, token),
                List.of(ingest),
                new SimpleMeterRegistry());
        lifecycle = new Lifecycle(List.of(ingest, web));
    }

    /** Starts it on the shared broker and returns when it is ready. */
    public static IngestServer start(Path folder) {
        return start(folder, TestBroker.bootstrap(), WIRE, Map.of());
    }

    static IngestServer start(Path folder, String bootstrap, Wire wire, Map<String, String> settings) {
        TopicProvisioner.ensure(bootstrap, Topics.toProvision((short) 1));
        load(bootstrap, wire);
        IngestServer server = new IngestServer(folder, bootstrap, wire, settings);
        server.lifecycle.start();
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> server.ingest.health().isUp());
        return server;
    }

    private static void load(String bootstrap, Wire wire) {
        try {
            OrganizationFile file =
                    OrganizationFile.read(new ByteArrayInputStream(ORGANIZATION.getBytes(StandardCharsets.UTF_8)));
            new OrganizationLoader(bootstrap, wire).load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + web.port());
    }

    /** A new key that acts as this person. */
    public String key(String person, String... roles) {
        return keys.create(person, Set.of(roles)).reveal();
    }

    /** A new local account; returns its password. */
    String password(String person, String... roles) {
        return accounts.create(person, Set.of(roles)).reveal();
    }

    HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(url().resolve(path)).timeout(Duration.ofSeconds(30));
    }

    HttpRequest post(String path, String key, String json, String... headers) {
        HttpRequest.Builder request = to(path).header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return request.build();
    }

    HttpRequest get(String path, String key) {
        return to(path).header("Authorization", "Bearer " + key).GET().build();
    }

    HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return described(client.send(request, BodyHandlers.ofString()));
    }

    HttpResponse<byte[]> download(HttpRequest request) throws IOException, InterruptedException {
        return described(client.send(request, BodyHandlers.ofByteArray()));
    }

    static JsonNode json(HttpResponse<String> response) throws IOException {
        return JSON.readTree(response.body());
    }

    @Override
    public void close() {
        lifecycle.close();
    }
}
