package org.imprimatur.publisher.connectors;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.imprimatur.kit.settings.Secret;

/**
 * Accounts whose tokens are renewed before they end, one at a time for each account.
 *
 * <p>A new token is on the disk before it is used, since platforms take a refresh token only once.
 */
final class RenewedAccounts implements PlatformAccounts {
    private final AccountFiles files;
    private final Path folder;
    private final Exchange exchange;
    private final InstantSource clock;
    private final Map<String, Object> locks = new ConcurrentHashMap<>();

    /**
     * Of these files.
     *
     * @param folder where renewed tokens are kept; only its owner should read it
     */
    RenewedAccounts(AccountFiles files, Path folder, Duration timeout, InstantSource clock) {
        this.files = files;
        this.folder = folder;
        this.exchange = new Exchange("the token endpoint", timeout);
        this.clock = clock;
    }

    @Override
    public PlatformAccount of(String accountId) throws IOException {
        PlatformAccount account = files.of(accountId);
        Optional<Renewal> renewal = files.renewal(accountId);
        if (renewal.isEmpty()) {
            return account;
        }
        synchronized (locks.computeIfAbsent(accountId, id -> new Object())) {
            Secret token = current(accountId, renewal.get());
            return new PlatformAccount(account.url(), account.handle(), token, account.languages());
        }
    }

    private Secret current(String accountId, Renewal renewal) throws IOException {
        Path file = folder.resolve(accountId + ".json");
        Optional<KeptToken> kept = KeptToken.read(file).filter(token -> token.isFrom(renewal));
        if (kept.isPresent() && !kept.get().isDue(clock.instant())) {
            return kept.get().access();
        }
        Step<Answer> asked =
                exchange.send(request(renewal, kept.map(KeptToken::refresh).orElse(renewal.token())));
        Optional<KeptToken> fresh =
                asked instanceof Step.Went<Answer> went && went.value().isOk()
                        ? KeptToken.of(renewal, went.value().body(), kept, clock.instant())
                        : Optional.empty();
        if (fresh.isPresent()) {
            fresh.get().write(file);
            return fresh.get().access();
        }
        return kept.filter(token -> !token.isOver(clock.instant()))
                .map(KeptToken::access)
                .orElseThrow(() -> new IOException("its token can't be renewed" + status(asked)
                        + "; sign in to the platform again and put a new token into the account's file"));
    }

    private static String status(Step<Answer> asked) {
        return asked instanceof Step.Went<Answer> went
                ? " (the token endpoint answered " + went.value().status() + ")"
                : " (the token endpoint was not reached)";
    }

    private static HttpRequest.Builder request(Renewal renewal, Secret token) {
        if (renewal.isOfTheTokenItself()) {
            return HttpRequest.newBuilder(URI.create(renewal.url() + "&access_token=" + RestApi.quoted(token.reveal())))
                    .GET();
        }
        String form = "grant_type=refresh_token&refresh_token=" + RestApi.quoted(token.reveal()) + "&client_id="
                + RestApi.quoted(renewal.client());
        HttpRequest.Builder request = HttpRequest.newBuilder(renewal.url())
                .header("content-type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form));
        renewal.clientSecret().ifPresent(secret -> request.header("authorization", basic(renewal.client(), secret)));
        return request;
    }

    private static String basic(String client, Secret secret) {
        String pair = RestApi.quoted(client) + ":" + RestApi.quoted(secret.reveal());
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }
}
