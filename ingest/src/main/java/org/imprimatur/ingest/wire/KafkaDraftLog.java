package org.imprimatur.ingest.wire;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.imprimatur.ingest.desk.DraftLog;
import org.imprimatur.ingest.intake.Draft;
import org.imprimatur.kit.log.Fingerprint;
import org.imprimatur.schemas.Topics;
import org.imprimatur.schemas.wire.Wire;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps drafts in {@code posts.drafts}; acknowledged means by all in-sync replicas. */
public final class KafkaDraftLog implements DraftLog, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(KafkaDraftLog.class);

    private final Producer<String, org.imprimatur.schemas.avro.Draft> producer;
    private final Duration patience;

    /**
     * Opens it.
     *
     * @param patience how long an append waits for metadata, and again for the acknowledgement
     */
    public KafkaDraftLog(String bootstrap, Wire wire, Duration patience) {
        this.patience = patience;
        this.producer = new KafkaProducer<>(
                configuration(bootstrap, patience),
                new StringSerializer(),
                wire.serde(Topics.DRAFTS).serializer());
    }

    // One request in flight: on a topic that is brand-new the idempotent producer can otherwise stall (KAFKA-14359).
    private static Map<String, Object> configuration(String bootstrap, Duration patience) {
        int millis = Math.toIntExact(patience.toMillis());
        return Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrap,
                ProducerConfig.CLIENT_ID_CONFIG,
                "ingest-drafts",
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                true,
                ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION,
                1,
                ProducerConfig.LINGER_MS_CONFIG,
                0,
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                Math.max(1, millis / 2),
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                millis,
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                millis);
    }

    @Override
    public String contentHash(Draft draft) {
        return DraftForm.toRecord(draft).getContentHash();
    }

    @Override
    public Outcome append(Draft draft) {
        org.imprimatur.schemas.avro.Draft value = DraftForm.toRecord(draft);
        try {
            producer.send(new ProducerRecord<>(Topics.DRAFTS.name(), value.getPostId(), value))
                    .get();
            return Outcome.ACKNOWLEDGED;
        } catch (ExecutionException e) {
            return uncertain(draft, Fingerprint.of(e));
        } catch (KafkaException e) {
            return uncertain(draft, Fingerprint.of(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return uncertain(draft, Fingerprint.of(e));
        }
    }

    private Outcome uncertain(Draft draft, String cause) {
        LOG.atWarn()
                .addKeyValue("post", draft.postId())
                .addKeyValue("revision", draft.revision())
                .addKeyValue("patience", patience)
                .addKeyValue("cause", cause)
                .log("draft_not_acknowledged");
        return Outcome.UNCERTAIN;
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(2));
    }
}
