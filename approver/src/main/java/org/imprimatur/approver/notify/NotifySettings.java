package org.imprimatur.approver.notify;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.imprimatur.approver.notify.MailSettings.Tls;
import org.imprimatur.kit.settings.Secret;
import org.imprimatur.kit.settings.Settings;

/**
 * Who is told, by which ways; without any nobody is.
 *
 * @param console where the links lead
 * @param digestEvery how long held posts are gathered before reviewers hear of them
 * @param mail by SMTP
 * @param chat an incoming webhook of a chat program, whose address is a secret
 * @param hook a receiver of signed webhooks
 * @param hookSecret what its messages are signed with
 */
public record NotifySettings(
        URI console,
        Duration digestEvery,
        Optional<MailSettings> mail,
        Optional<Secret> chat,
        Optional<URI> hook,
        Optional<Secret> hookSecret) {

    public NotifySettings {
        if (digestEvery.isNegative()) {
            throw new IllegalArgumentException("notify.digest: must not be negative");
        }
        if (hook.isPresent() && hookSecret.isEmpty()) {
            throw new IllegalArgumentException(
                    "notify.webhook.secret: a webhook is always signed; give whsec_ and Base64");
        }
        if (hookSecret.stream().anyMatch(secret -> !secret.reveal().matches("whsec_[A-Za-z0-9+/]{32,}={0,2}"))) {
            throw new IllegalArgumentException("notify.webhook.secret: is whsec_ and at least 24 bytes in Base64");
        }
        if (chat.stream().anyMatch(address -> !address.reveal().matches("https?://[!-~]+"))) {
            throw new IllegalArgumentException("notify.chat.url: is not an address");
        }
    }

    /**
     * Keys {@code notify.console}, {@code notify.digest}, {@code notify.mail.host} (without it no mail), {@code .port},
     * {@code .tls}, {@code .user}, {@code .password}, {@code .from}, {@code .reviewers}, {@code .domain}; {@code
     * notify.chat.url}; {@code notify.webhook.url} and {@code .secret}.
     */
    public static Supplier<NotifySettings> read(Settings settings) {
        URI console = settings.uri("notify.console", "http://localhost:8080");
        Duration digest = settings.duration("notify.digest", Duration.ofMinutes(5));
        Optional<String> host = settings.text("notify.mail.host");
        int port = settings.port("notify.mail.port", 587);
        Tls tls = settings.choice("notify.mail.tls", Tls.REQUIRED);
        Optional<String> user = settings.text("notify.mail.user");
        Optional<Secret> password = settings.secret("notify.mail.password");
        String from = settings.text("notify.mail.from", "imprimatur@localhost");
        List<String> reviewers = Arrays.stream(
                        settings.text("notify.mail.reviewers", "").split("[,\\s]+", -1))
                .filter(address -> !address.isEmpty())
                .toList();
        String domain = settings.text("notify.mail.domain", "");
        Optional<Secret> chat = settings.secret("notify.chat.url");
        boolean hooked = settings.text("notify.webhook.url").isPresent();
        URI hook = settings.uri("notify.webhook.url", "https://nowhere.invalid");
        Optional<Secret> secret = settings.secret("notify.webhook.secret");
        return () -> new NotifySettings(
                console,
                digest,
                host.map(each -> new MailSettings(each, port, tls, user, password, from, reviewers, domain)),
                chat,
                hooked ? Optional.of(hook) : Optional.empty(),
                secret);
    }

    List<Channel> channels(InstantSource clock) {
        List<Channel> channels = new ArrayList<>();
        mail.ifPresent(each -> channels.add(new MailChannel(each)));
        chat.ifPresent(each -> channels.add(new HookChannel(URI.create(each.reveal()), Optional.empty(), clock)));
        hook.ifPresent(each -> channels.add(new HookChannel(each, hookSecret, clock)));
        return channels;
    }
}
