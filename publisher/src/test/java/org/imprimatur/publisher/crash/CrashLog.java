package org.imprimatur.publisher.crash;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serde;
import org.imprimatur.broker.BrokerSettings;
import org.imprimatur.broker.EmbeddedBroker;
import org.imprimatur.kit.streams.TopicProvisioner;
import org.imprimatur.publisher.Samples;
import org.imprimatur.publisher.delivery.Delivery;
import org.imprimatur.publisher.wire.AuthorizationRecord;
import org.imprimatur.publisher.wire.CommandRecord;
import org.imprimatur.publisher.wire.DeliveryRecord;
import org.imprimatur.publisher.wire.PublisherSerdes;
import org.imprimatur.publisher.wire.ReleaseRecord;
import org.imprimatur.schemas.Topic;
import org.imprimatur.schemas.Topics;
import org.imprimatur.schemas.wire.Wire;

/** The analyzer's, the people's and the reader's ends of the topics, on a broker of its own that nobody kills. */
final class CrashLog implements AutoCloseable {
    private final EmbeddedBroker broker;
    private final LocalRegistry registry = new LocalRegistry();
    private final PublisherSerdes serdes = PublisherSerdes.of(Wire.open(Wire.OURS, registry.address()));
    private final KafkaProducer<byte[], byte[]> producer;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Map<String, Delivery> newest = new HashMap<>();

    CrashLog(Path folder) throws IOException {
        broker = EmbeddedBroker.start(BrokerSettings.on(folder, 0));
        TopicProvisioner.ensure(bootstrap(), Topics.toProvision((short) 1));
        producer = new KafkaProducer<>(Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrap(),
                ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG,
                ByteArraySerializer.class,
                ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG,
                ByteArraySerializer.class));
        consumer = new KafkaConsumer<>(Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrap(),
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed",
                ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG,
                ByteArrayDeserializer.class,
                ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG,
                ByteArrayDeserializer.class));
        List<TopicPartition> partitions = consumer.partitionsFor(Topics.DELIVERIES.name()).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    String bootstrap() {
        return broker.bootstrap();
    }

    URI registry() {
        return registry.address();
    }

    void account(String id, String platform) {
        send(Topics.ACCOUNTS, serdes.accounts(), id, Samples.account(id, platform, Optional.empty()));
    }

    void policy(String version) {
        send(Topics.POLICIES, serdes.policies(), Topics.ACTIVE_POLICY, Samples.policy(version));
    }

    void authorization(AuthorizationRecord record) {
        String id = record.authorization().getAuthorizationId();
        send(Topics.AUTHORIZATIONS, serdes.authorizations(), id, record);
    }

    void release(ReleaseRecord release) {
        send(Topics.CLEARED, serdes.releases(), release.postId(), Samples.again(release, "policy@1", Instant.now()));
    }

    void ask(CommandRecord command) {
        send(Topics.DELIVERY_COMMANDS, serdes.commands(), command.postId(), command);
    }

    /** Where each post stands, by the log so far. */
    Map<String, Delivery> newest() {
        var records = consumer.poll(Duration.ofMillis(200));
        while (!records.isEmpty()) {
            records.forEach(record -> {
                DeliveryRecord step = serdes.deliveries().deserializer().deserialize("", record.value());
                newest.put(step.delivery().id().postId(), step.delivery());
            });
            records = consumer.poll(Duration.ofMillis(200));
        }
        return newest;
    }

    @Override
    public void close() {
        producer.close();
        consumer.close();
        registry.close();
        broker.close();
    }

    private <V> void send(Topic<?> topic, Serde<V> serde, String key, V value) {
        try {
            producer.send(new ProducerRecord<>(
                            topic.name(),
                            key.getBytes(StandardCharsets.UTF_8),
                            serde.serializer().serialize("", value)))
                    .get();
        } catch (InterruptedException | ExecutionException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
