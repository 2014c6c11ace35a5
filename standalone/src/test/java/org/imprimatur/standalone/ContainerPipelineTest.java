package org.imprimatur.standalone;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.imprimatur.kit.lifecycle.Lifecycle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;
import org.testcontainers.kafka.KafkaContainer;

/** The pipeline on Kafka's own image and Confluent's Schema Registry; skipped, visibly, where there is no Docker. */
@Testcontainers(disabledWithoutDocker = true)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ContainerPipelineTest implements PipelineContract {

    private static final PrintStream NOWHERE =
            new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    private static final Network NETWORK = Network.SHARED;

    @Container
    private static final KafkaContainer KAFKA =
            new KafkaContainer("apache/kafka:4.3.1").withNetwork(NETWORK).withListener("kafka:19092");

    @Container
    private static final GenericContainer<?> REGISTRY = new GenericContainer<>("confluentinc/cp-schema-registry:8.3.1")
            .withNetwork(NETWORK)
            .dependsOn(KAFKA)
            .withEnv("SCHEMA_REGISTRY_HOST_NAME", "registry")
            .withEnv("SCHEMA_REGISTRY_KAFKASTORE_BOOTSTRAP_SERVERS", "PLAINTEXT://kafka:19092")
            .withExposedPorts(8081)
            .waitingFor(Wait.forHttp("/subjects"));

    @TempDir
    private Path data;

    private StandaloneSettings settings;
    private Lifecycle running;

    @BeforeAll
    void start() {
        settings = new StandaloneSettings(
                data, Ports.free(0, "--port"), KAFKA.getMappedPort(9092), REGISTRY.getMappedPort(8081), SHORT_UNDO);
        running = new Lifecycle(new Standalone(settings, NOWHERE).onRunningKafka());
        running.start();
    }

    @AfterAll
    void stop() {
        running.close();
    }

    @Override
    public Product product() {
        return new Product(settings);
    }
}
