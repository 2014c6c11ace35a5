package org.imprimatur.publisher.connectors.mastodon;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.imprimatur.publisher.connectors.RestApi;

/** GoToSocial, with its limiter on; its accounts are made by its own command line and sign in as people do. */
final class RealGoToSocial implements RealMastodon {
    private static final String PASSWORD = "not-a-Secret-0f-anybody";
    private static final String NO_SERVER_OF_ITS_OWN = "urn:ietf:wg:oauth:2.0:oob";

    private final List<String> program;
    private final URI url;
    private final ChildProcess server;

    private RealGoToSocial(List<String> program, URI url, ChildProcess server) {
        this.program = program;
        this.url = url;
        this.server = server;
    }

    /**
     * Starts it with nothing in it, on this machine only.
     *
     * @param release as it is unpacked: the program and the folder {@code web}
     * @param folder an empty one, for all that it keeps
     * @param requests that its limiter takes in 5 minutes
     */
    static RealGoToSocial start(Path release, Path folder, int requests) throws IOException {
        int port = ChildProcess.freePort();
        Path settings =
                Files.writeString(folder.resolve("config.yaml"), """
                host: 127.0.0.1:%1$d
                protocol: http
                bind-address: 127.0.0.1
                port: %1$d
                db-type: sqlite
                db-address: %2$s/sqlite.db
                storage-local-base-path: %2$s/storage
                web-template-base-dir: %3$s/web/template
                web-asset-base-dir: %3$s/web/assets
                letsencrypt-enabled: false
                advanced-rate-limit-requests: %4$d
                """.formatted(port, folder, release, requests));
        List<String> program = List.of(release.resolve("gotosocial").toString(), "--config-path", settings.toString());
        ChildProcess server = ChildProcess.start(folder.resolve("gotosocial.log"), with(program, "server", "start"));
        RealGoToSocial started = new RealGoToSocial(program, URI.create("http://127.0.0.1:" + port), server);
        server.awaitUntil(() ->
                RealMastodon.send(json("/api/v2/instance", started.url).GET()).has("configuration"));
        return started;
    }

    @Override
    public URI url() {
        return url;
    }

    @Override
    public boolean deletes() {
        return true;
    }

    @Override
    public String language() {
        return "de";
    }

    @Override
    public String token() throws IOException, InterruptedException {
        String name = "harbor" + UUID.randomUUID().toString().substring(0, 8);
        String mail = name + "@example.org";
        ChildProcess.said(
                with(
                        program,
                        "admin",
                        "account",
                        "create",
                        "--username",
                        name,
                        "--email",
                        mail,
                        "--password",
                        PASSWORD),
                "");
        ObjectNode wanted = JSON.createObjectNode()
                .put("client_name", "imprimatur")
                .put("redirect_uris", NO_SERVER_OF_ITS_OWN)
                .put("scopes", "read write");
        JsonNode app = RealMastodon.send(posted("/api/v1/apps", wanted));
        ObjectNode asked = JSON.createObjectNode()
                .put("grant_type", "authorization_code")
                .put("code", allowed(app.path("client_id").asText(), mail))
                .put("client_id", app.path("client_id").asText())
                .put("client_secret", app.path("client_secret").asText())
                .put("redirect_uri", NO_SERVER_OF_ITS_OWN);
        return RealMastodon.send(posted("/oauth/token", asked))
                .path("access_token")
                .asText();
    }

    @Override
    public void close() {
        server.close();
    }

    /** The code of an account that signed in and allowed the program to write. */
    private String allowed(String client, String mail) throws IOException, InterruptedException {
        HttpClient browser = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .cookieHandler(new CookieManager())
                .build();
        String question = "/oauth/authorize?response_type=code&scope=read+write&client_id=" + client + "&redirect_uri="
                + RestApi.quoted(NO_SERVER_OF_ITS_OWN);
        browser.send(json(question, url).GET().build(), HttpResponse.BodyHandlers.discarding());
        browser.send(
                form("/auth/sign_in", "username=" + RestApi.quoted(mail) + "&password=" + RestApi.quoted(PASSWORD)),
                HttpResponse.BodyHandlers.discarding());
        String address = browser.send(form("/oauth/authorize", ""), HttpResponse.BodyHandlers.discarding())
                .headers()
                .firstValue("location")
                .orElseThrow();
        return address.substring(address.indexOf("code=") + "code=".length());
    }

    private HttpRequest form(String path, String fields) {
        return HttpRequest.newBuilder(URI.create(url + path))
                .header("content-type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(fields))
                .build();
    }

    private HttpRequest.Builder posted(String path, JsonNode body) {
        return json(path, url).POST(HttpRequest.BodyPublishers.ofString(body.toString()));
    }

    private static HttpRequest.Builder json(String path, URI server) {
        return HttpRequest.newBuilder(URI.create(server + path))
                .header("accept", "application/json, text/html")
                .header("content-type", "application/json");
    }

    private static List<String> with(List<String> program, String... more) {
        return Stream.concat(program.stream(), Stream.of(more)).toList();
    }
}
