package org.imprimatur.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imprimatur.ingest.IngestServer.json;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.imprimatur.broker.BrokerSettings;
import org.imprimatur.broker.EmbeddedBroker;
import org.imprimatur.schemas.wire.Wire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BrokerLossTest {
    private static final String TEXT = "{\"account\": \"main\", \"text\": \"Flu shots on Saturday.\"}";

    @TempDir
    Path folder;

    @Test
    void nothingIsAcknowledgedWithoutKafkaAndTheSameKeySucceedsWhenItIsBack() throws Exception {
        Wire wire = Wire.inMemory();
        EmbeddedBroker broker = EmbeddedBroker.start(BrokerSettings.on(folder.resolve("broker"), 0));
        int port = Integer.parseInt(broker.bootstrap().replaceFirst(".*:", ""));
        try (IngestServer server =
                IngestServer.start(folder, broker.bootstrap(), wire, Map.of("ingest.acknowledge-within", "1s"))) {
            String ana = server.key("ana", "author");
            String before = json(server.send(server.post("/v1/drafts", ana, TEXT, "Idempotency-Key", "before")))
                    .path("postId")
                    .asText();
            broker.close();

            HttpResponse<String> lost = server.send(server.post("/v1/drafts", ana, TEXT, "Idempotency-Key", "during"));
            HttpResponse<String> known = server.send(server.post("/v1/drafts", ana, TEXT, "Idempotency-Key", "before"));

            assertThat(lost.statusCode()).isEqualTo(503);
            assertThat(lost.headers().firstValue("Retry-After")).contains("1");
            assertThat(json(lost).path("detail").asText()).contains("send it again with the same Idempotency-Key");
            assertThat(known.statusCode()).isEqualTo(200);

            broker = EmbeddedBroker.start(BrokerSettings.on(folder.resolve("broker"), port));
            String after = Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .until(
                            () -> json(server.send(server.post("/v1/drafts", ana, TEXT, "Idempotency-Key", "during")))
                                    .path("postId")
                                    .asText(),
                            postId -> !postId.isEmpty());
            DraftsInKafka kafka = new DraftsInKafka(broker.bootstrap(), wire);
            assertThat(kafka.of(before)).hasSize(1);
            assertThat(kafka.of(after)).hasSize(1);
        } finally {
            broker.close();
        }
    }

    @Test
    void afterARestartWithAnEmptyFolderARepeatIsStillRecognized() throws Exception {
        Wire wire = Wire.inMemory();
        try (EmbeddedBroker broker = EmbeddedBroker.start(BrokerSettings.on(folder.resolve("broker"), 0))) {
            String postId;
            try (IngestServer server = IngestServer.start(folder, broker.bootstrap(), wire, Map.of())) {
                String ana = server.key("ana", "author");
                postId = json(server.send(server.post("/v1/drafts", ana, TEXT, "Idempotency-Key", "k")))
                        .path("postId")
                        .asText();
            }

            try (IngestServer server =
                    IngestServer.start(folder.resolve("empty"), broker.bootstrap(), wire, Map.of())) {
                String ana = server.key("ana", "author");
                HttpResponse<String> again = server.send(server.post("/v1/drafts", ana, TEXT, "Idempotency-Key", "k"));

                assertThat(again.statusCode()).isEqualTo(200);
                assertThat(json(again).path("postId").asText()).isEqualTo(postId);
            }
            assertThat(new DraftsInKafka(broker.bootstrap(), wire).of(postId)).hasSize(1);
        }
    }
}
