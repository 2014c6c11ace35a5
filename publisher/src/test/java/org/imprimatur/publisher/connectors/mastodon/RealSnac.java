package org.imprimatur.publisher.connectors.mastodon;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.imprimatur.publisher.connectors.RestApi;

/** snac, a small server in C that keeps everything in files; its accounts are made by its own command line. */
final class RealSnac implements RealMastodon {
    private static final String PASSWORD_IS = "User password is ";

    private final String program;
    private final Path data;
    private final URI url;
    private final ChildProcess server;

    private RealSnac(String program, Path data, URI url, ChildProcess server) {
        this.program = program;
        this.data = data;
        this.url = url;
        this.server = server;
    }

    /**
     * Starts it with nothing in it, on this machine only.
     *
     * @param folder an empty one, for all that it keeps
     */
    static RealSnac start(Path program, Path folder) throws IOException, InterruptedException {
        int port = ChildProcess.freePort();
        Path data = folder.resolve("snac");
        String answers = "127.0.0.1\n" + port + "\n127.0.0.1:" + port + "\n\n\n";
        ChildProcess.said(List.of(program.toString(), "init", data.toString()), answers);
        ChildProcess server =
                ChildProcess.start(folder.resolve("snac.log"), List.of(program.toString(), "httpd", data.toString()));
        RealSnac snac = new RealSnac(program.toString(), data, URI.create("http://127.0.0.1:" + port), server);
        server.awaitUntil(() -> RealMastodon.send(HttpRequest.newBuilder(URI.create(snac.url + "/api/v1/instance")))
                .has("configuration"));
        return snac;
    }

    @Override
    public URI url() {
        return url;
    }

    @Override
    public boolean deletes() {
        return false;
    }

    /** It says so of every post. */
    @Override
    public String language() {
        return "en";
    }

    @Override
    public String token() throws IOException, InterruptedException {
        String name = "harbor" + UUID.randomUUID().toString().substring(0, 8);
        String password = ChildProcess.said(List.of(program, "adduser", data.toString(), name), "")
                .lines()
                .filter(line -> line.startsWith(PASSWORD_IS))
                .findFirst()
                .orElseThrow()
                .substring(PASSWORD_IS.length());
        return RealMastodon.body(HttpRequest.newBuilder(URI.create(url + "/oauth/x-snac-get-token"))
                .header("content-type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("login=" + name + "&passwd=" + RestApi.quoted(password))));
    }

    @Override
    public void close() {
        server.close();
    }
}
