package org.imprimatur.analyzer.adapters;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.imprimatur.analyzer.policy.PolicyEdition;
import org.imprimatur.analyzer.policy.PolicyFault;
import org.imprimatur.analyzer.policy.PolicyReading;
import org.imprimatur.analyzer.policy.PolicySignature;
import org.imprimatur.analyzer.wire.Channels;
import org.imprimatur.schemas.Topics;
import org.imprimatur.schemas.wire.Wire;

/** Makes a pack the policy that judges, unless it has faults. The topics must exist. */
public final class PolicyPublisher {

    private static final Duration WITHIN = Duration.ofSeconds(30);

    private final String bootstrap;
    private final Wire wire;

    /**
     * Connects to nothing yet.
     *
     * @param bootstrap {@code host:port} of Kafka, several separated by commas
     */
    public PolicyPublisher(String bootstrap, Wire wire) {
        this.bootstrap = bootstrap;
        this.wire = wire;
    }

    /**
     * Makes the pack judge and keeps it among those that did, under its name and version. Returns when Kafka has
     * acknowledged it.
     *
     * @return the pack's faults; empty when it judges from now on
     * @throws KafkaException when Kafka did not take it
     */
    public List<PolicyFault> activate(PolicyFile pack, PolicySignature signature) {
        return write(pack, signature, List.of(pack.text().label(), Topics.ACTIVE_POLICY));
    }

    /** The same for a pack that was kept when it first judged, so that what was said of it then stays. */
    public List<PolicyFault> restore(PolicyFile pack, PolicySignature signature) {
        return write(pack, signature, List.of(Topics.ACTIVE_POLICY));
    }

    /** Keeps a set that judges among those that did; {@link #activate} did not always do so. */
    public void keep(PolicyEdition edition) {
        send(List.of(record(edition.text().label(), edition)));
    }

    private List<PolicyFault> write(PolicyFile pack, PolicySignature signature, List<String> keys) {
        List<PolicyFault> faults = faults(Policies.read(pack));
        if (faults.isEmpty()) {
            PolicyEdition edition = new PolicyEdition(pack.text(), pack.source(), signature);
            send(keys.stream().map(key -> record(key, edition)).toList());
        }
        return faults;
    }

    private ProducerRecord<String, byte[]> record(String key, PolicyEdition edition) {
        String topic = Topics.POLICIES.name();
        return new ProducerRecord<>(topic, key, new Channels(wire).publishing().serialize(topic, edition));
    }

    private static List<PolicyFault> faults(PolicyReading reading) {
        return reading.fold(policy -> List.of(), faults -> List.copyOf(faults));
    }

    private void send(List<ProducerRecord<String, byte[]>> records) {
        Map<String, Object> properties = Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrap,
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION,
                1,
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                WITHIN.toMillis());
        try (Producer<String, byte[]> producer =
                new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer())) {
            for (ProducerRecord<String, byte[]> record : records) {
                producer.send(record).get(WITHIN.toSeconds(), TimeUnit.SECONDS);
            }
        } catch (ExecutionException | TimeoutException refused) {
            throw new KafkaException("Kafka at " + bootstrap + " did not take the policy", refused);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted while the policy was sent", stopped);
        }
    }
}
