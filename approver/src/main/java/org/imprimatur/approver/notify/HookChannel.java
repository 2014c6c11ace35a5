package org.imprimatur.approver.notify;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.imprimatur.kit.settings.Secret;

/**
 * Posts JSON: what chat programs take ({@code text}), and for a signed webhook also what happened, signed as Standard
 * Webhooks 1.0 says (headers {@code webhook-id}, {@code webhook-timestamp}, {@code webhook-signature}).
 */
final class HookChannel implements Channel {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final URI address;
    private final Optional<Secret> secret;
    private final InstantSource clock;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(TIMEOUT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    /** With a secret ({@code whsec_} and Base64) signed and with fields; without one, {@code text} only. */
    HookChannel(URI address, Optional<Secret> secret, InstantSource clock) {
        this.address = address;
        this.secret = secret;
        this.clock = clock;
    }

    @Override
    public String name() {
        return secret.isPresent() ? "webhook" : "chat";
    }

    @Override
    public void send(Notice notice) throws IOException {
        Map<String, Object> fields = new TreeMap<>();
        fields.put("text", notice.text());
        if (secret.isPresent()) {
            fields.put("type", notice.kind().type());
            fields.put("people", notice.people());
            fields.put("count", notice.count());
            fields.put("link", notice.link().toString());
        }
        String body = JSON.writeValueAsString(fields);
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .timeout(TIMEOUT)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        secret.ifPresent(key -> sign(request, key, notice.id(), body));
        try {
            int status = http.send(request.build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
            if (status < 200 || status > 299) {
                throw new IOException("the receiver answered " + status);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while sending", interrupted);
        }
    }

    private void sign(HttpRequest.Builder request, Secret key, String id, String body) {
        String at = Long.toString(clock.instant().getEpochSecond());
        request.header("webhook-id", id)
                .header("webhook-timestamp", at)
                .header("webhook-signature", "v1," + signature(key, id + "." + at + "." + body));
    }

    private static String signature(Secret key, String signed) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            byte[] bytes = Base64.getDecoder().decode(key.reveal().replaceFirst("^whsec_", ""));
            mac.init(new SecretKeySpec(bytes, "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has HMAC-SHA-256", impossible);
        }
    }
}
