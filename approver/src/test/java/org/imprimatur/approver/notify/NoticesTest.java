package org.imprimatur.approver.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.imprimatur.approver.notify.MailSettings.Tls;
import org.imprimatur.approver.wire.Occurrence;
import org.imprimatur.approver.wire.Occurrence.Kind;
import org.imprimatur.kit.settings.Secret;
import org.imprimatur.kit.settings.Settings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What leaves, on a real SMTP server and a real HTTP server. */
class NoticesTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final URI CONSOLE = URI.create("https://posts.example.org");
    private static final Secret SECRET =
            Secret.of("whsec_" + Base64.getEncoder().encodeToString(new byte[32]));

    private final GreenMail mails = new GreenMail(new ServerSetup(0, null, ServerSetup.PROTOCOL_SMTP));
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final AtomicInteger answer = new AtomicInteger(204);
    private final HttpServer hooks;

    private record Received(Map<String, List<String>> headers, String body) {
        String header(String name) {
            return headers.entrySet().stream()
                    .filter(each -> each.getKey().equalsIgnoreCase(name))
                    .map(each -> each.getValue().get(0))
                    .findFirst()
                    .orElse("");
        }
    }

    NoticesTest() throws IOException {
        hooks = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        hooks.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            received.add(new Received(Map.copyOf(exchange.getRequestHeaders()), body));
            exchange.sendResponseHeaders(answer.get(), -1);
            exchange.close();
        });
    }

    @BeforeEach
    void start() {
        mails.start();
        hooks.start();
    }

    @AfterEach
    void stop() {
        mails.stop();
        hooks.stop(0);
    }

    @Test
    void reviewersGetOneDigestForAllThatWaits() throws Exception {
        Outbox outbox = outbox(mail());
        outbox.take(new Occurrence("h1", Kind.HELD, "post-1"), Set.of("ana"), NOW);
        outbox.take(new Occurrence("h2", Kind.HELD, "post-2"), Set.of("ana"), NOW.plusSeconds(30));
        outbox.take(new Occurrence("h3", Kind.HELD, "post-3"), Set.of("ana"), NOW.plusSeconds(40));
        outbox.take(new Occurrence("r3", Kind.SETTLED, "post-3"), Set.of("ana"), NOW.plusSeconds(50));

        assertThat(outbox.flush(NOW.plusSeconds(299))).isFalse();
        assertThat(mails.getReceivedMessages()).isEmpty();
        assertThat(outbox.flush(NOW.plusSeconds(300))).isTrue();

        assertThat(mails.getReceivedMessages()).hasSize(2); // one for each of two reviewers
        MimeMessage mail = mails.getReceivedMessages()[0];
        assertThat(mail.getSubject()).isEqualTo("Posts wait for a review");
        assertThat(mail.getContent().toString())
                .isEqualTo("2 posts wait for a review: https://posts.example.org/queue");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    }

    @Test
    void theAuthorHearsAtOnceWhatAReviewerDecided() throws Exception {
        Outbox outbox = outbox(mail());
        outbox.take(new Occurrence("c1", Kind.CHANGES_REQUESTED, "post-1"), Set.of("ana"), NOW);
        outbox.take(new Occurrence("c2", Kind.REJECTED, "post-2"), Set.of("omar@elsewhere.example"), NOW);

        assertThat(outbox.flush(NOW)).isTrue();

        assertThat(mails.getReceivedMessages())
                .extracting(each -> each.getSubject())
                .containsExactly("A reviewer asks for changes to your post", "Your post was rejected");
        assertThat(mails.getReceivedMessages()[0].getContent().toString())
                .contains("https://posts.example.org/posts/post-1");
    }

    @Test
    void aSignedWebhookIsVerifiedByItsReceiver() throws Exception {
        Outbox outbox = outbox(new HookChannel(hookAddress(), Optional.of(SECRET), InstantSource.fixed(NOW)));
        outbox.take(new Occurrence("d1-UNCONFIRMED", Kind.UNCONFIRMED, "post-9"), Set.of(), NOW);

        assertThat(outbox.flush(NOW)).isTrue();

        Received message = received.get(0);
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(new byte[32], "HmacSHA256"));
        String signed = message.header("webhook-id") + "." + message.header("webhook-timestamp") + "." + message.body();
        assertThat(message.header("webhook-signature"))
                .isEqualTo("v1,"
                        + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8))));
        assertThat(message.header("webhook-id")).isEqualTo("d1-UNCONFIRMED");
        assertThat(message.body()).contains("\"type\":\"delivery.unconfirmed\"", "/posts/post-9");
    }

    @Test
    void aChatProgramGetsOneLineOfText() {
        Outbox outbox = outbox(new HookChannel(hookAddress(), Optional.empty(), InstantSource.fixed(NOW)));
        outbox.take(new Occurrence("c1", Kind.REJECTED, "post-1"), Set.of("ana"), NOW);

        outbox.flush(NOW);

        assertThat(received.get(0).body())
                .isEqualTo("{\"text\":\"Your post was rejected: https://posts.example.org/posts/post-1\"}");
        assertThat(received.get(0).header("webhook-signature")).isEmpty();
    }

    @Test
    void whatIsNotTakenIsTriedAgainLaterAndNeverForEver() {
        answer.set(503);
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        Outbox outbox = new Outbox(
                List.of(new HookChannel(hookAddress(), Optional.of(SECRET), InstantSource.fixed(NOW))),
                CONSOLE,
                Duration.ofMinutes(5),
                meters);
        outbox.take(new Occurrence("c1", Kind.REJECTED, "post-1"), Set.of("ana"), NOW);

        assertThat(outbox.flush(NOW)).isFalse();
        assertThat(outbox.flush(NOW.plusSeconds(1))).isFalse();
        assertThat(received).hasSize(1);
        answer.set(204);
        assertThat(outbox.flush(NOW.plusSeconds(2))).isTrue();
        assertThat(received).extracting(each -> each.header("webhook-id")).containsExactly("c1", "c1");

        answer.set(500);
        outbox.take(new Occurrence("c2", Kind.REJECTED, "post-2"), Set.of("ana"), NOW);
        for (int at = 0; at < 10; at++) {
            outbox.flush(NOW.plusSeconds(1_000L * (at + 1)));
        }
        assertThat(received).hasSize(2 + 8);
        assertThat(meters.counter("approver.notices", "channel", "webhook", "outcome", "given_up")
                        .count())
                .isEqualTo(1);
    }

    @Test
    void aNoticeHasNoPlaceForADraftsText() {
        List<String> names = new ArrayList<>();
        for (var component : Notice.class.getRecordComponents()) {
            names.add(component.getName());
        }
        for (var component : Occurrence.class.getRecordComponents()) {
            names.add(component.getName());
        }

        assertThat(names).containsExactly("id", "kind", "people", "count", "link", "id", "kind", "postId");
    }

    @Test
    void settingsAreReadAndWhatCouldNotWorkIsRefused() {
        Map<String, String> values = Map.of(
                "notify.mail.host", "relay.example.org",
                "notify.mail.from", "posts@example.org",
                "notify.mail.reviewers", "a@example.org, b@example.org",
                "notify.webhook.url", "https://hooks.example.org/x",
                "notify.webhook.secret", SECRET.reveal(),
                "notify.chat.url", "https://chat.example.org/secret");

        NotifySettings read = NotifySettings.read(Settings.of(values)).get();

        assertThat(read.channels(InstantSource.fixed(NOW)))
                .extracting(Channel::name)
                .containsExactly("mail", "chat", "webhook");
        assertThat(read.toString()).doesNotContain(SECRET.reveal(), "chat.example.org");
        assertThat(NotifySettings.read(Settings.of(Map.of())).get().channels(InstantSource.fixed(NOW)))
                .isEmpty();
        assertThatThrownBy(() -> NotifySettings.read(Settings.of(Map.of("notify.webhook.url", "https://x.example")))
                        .get())
                .hasMessageContaining("always signed");
    }

    private MailChannel mail() {
        return new MailChannel(new MailSettings(
                "127.0.0.1",
                mails.getSmtp().getPort(),
                Tls.NONE,
                Optional.empty(),
                Optional.empty(),
                "posts@example.org",
                List.of("mara@example.org", "ravi@example.org"),
                "example.org"));
    }

    private Outbox outbox(Channel channel) {
        return new Outbox(List.of(channel), CONSOLE, Duration.ofMinutes(5), new SimpleMeterRegistry());
    }

    private URI hookAddress() {
        return URI.create("http://127.0.0.1:" + hooks.getAddress().getPort() + "/hook");
    }
}
