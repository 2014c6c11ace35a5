package org.imprimatur.kit.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler.Response;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler.Result;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.internals.DefaultErrorHandlerContext;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class FailClosedTest {

    private static final String CANARY = "canary-in-a-draft";

    @TempDir
    private Path folder;

    private final ListAppender<ILoggingEvent> logged = new ListAppender<>();
    private final Logger ours = (Logger) LoggerFactory.getLogger("org.imprimatur.kit.streams");

    @BeforeEach
    void listen() {
        logged.start();
        ours.addAppender(logged);
    }

    @AfterEach
    void stopListening() {
        ours.detachAppender(logged);
    }

    @Test
    void anUndecodableRecordBecomesADeadLetterWithItsOriginAndTheNextOneGoesOn() {
        try (TopologyTestDriver driver = driver()) {
            TestInputTopic<String, byte[]> in = in(driver);

            in.pipeInput("post-1", bytes("!" + CANARY));
            in.pipeInput("post-2", bytes("good"));

            TestOutputTopic<byte[], byte[]> letters = out(driver, "dead-letters");
            TestRecord<byte[], byte[]> letter = letters.readRecord();
            assertThat(letter.value()).isEqualTo(bytes("!" + CANARY));
            assertThat(letter.key()).isEqualTo(bytes("post-1"));
            assertThat(headers(letter))
                    .containsEntry(DeadLetters.TOPIC, "in")
                    .containsEntry(DeadLetters.PARTITION, "0")
                    .containsEntry(DeadLetters.OFFSET, "0")
                    .containsEntry(DeadLetters.EXCEPTION, SerializationException.class.getName());
            assertThat(letters.isEmpty()).isTrue();
            assertThat(out(driver, "out").readValue()).isEqualTo(bytes("good"));
        }
    }

    @Test
    void neitherTheHeadersOfADeadLetterNorTheLogQuoteTheRecord() {
        try (TopologyTestDriver driver = driver()) {
            in(driver).pipeInput("post-1", bytes("!" + CANARY));
            in(driver).pipeInput("post-2", bytes("good"));

            assertThat(headers(out(driver, "dead-letters").readRecord()).toString())
                    .doesNotContain(CANARY);
            assertThat(logged.list)
                    .isNotEmpty()
                    .allSatisfy(event -> assertThat(event.getFormattedMessage() + event.getKeyValuePairs())
                            .doesNotContain(CANARY));
        }
    }

    @Test
    void aStepThatThrowsStopsTheTopologyAndWritesNothing() {
        try (TopologyTestDriver driver = driver()) {
            TestInputTopic<String, byte[]> in = in(driver);

            assertThatThrownBy(() -> in.pipeInput("post-1", bytes("?" + CANARY)))
                    .isInstanceOf(RuntimeException.class);

            assertThat(out(driver, "out").isEmpty()).isTrue();
            assertThat(out(driver, "dead-letters").isEmpty()).isTrue();
            assertThat(logged.list).extracting(ILoggingEvent::getMessage).contains("processing_failed");
            assertThat(logged.list.toString() + logged.list.get(0).getKeyValuePairs())
                    .doesNotContain(CANARY);
        }
    }

    @Test
    void anUndecodableRecordForAGlobalStoreStopsTheApplication() {
        DeadLetters handler = new DeadLetters();
        ConsumerRecord<byte[], byte[]> record = new ConsumerRecord<>("policies", 0, 7, bytes("active"), bytes("!"));
        ErrorHandlerContext global = new DefaultErrorHandlerContext(
                null, "policies", 0, 7, record.headers(), "read-policies", new TaskId(-1, -1), 0, null, null);

        Response response = handler.handleError(global, record, new SerializationException(CANARY));

        assertThat(response.result()).isEqualTo(Result.FAIL);
        assertThat(response.deadLetterQueueRecords()).isEmpty();
    }

    @Test
    void aRecordThatCannotBeReadJustNowIsNoDeadLetter() {
        DeadLetters handler = new DeadLetters();
        ConsumerRecord<byte[], byte[]> record = new ConsumerRecord<>("posts.drafts", 0, 7, bytes("post-1"), bytes("!"));
        ErrorHandlerContext drafts = new DefaultErrorHandlerContext(
                null, "posts.drafts", 0, 7, record.headers(), "read-drafts", new TaskId(0, 0), 0, null, null);

        Response response = handler.handleError(drafts, record, new TimeoutException("no answer"));

        assertThat(response.result()).isEqualTo(Result.FAIL);
        assertThat(response.deadLetterQueueRecords()).isEmpty();
    }

    private TopologyTestDriver driver() {
        StreamsBuilder builder = new StreamsBuilder();
        builder.stream(
                        "in",
                        Consumed.with(Serdes.String(), Serdes.serdeFrom(new StringSerializer(), picky()))
                                .withName("read-in"))
                .mapValues(FailClosedTest::refuseQuestions, Named.as("refuse-questions"))
                .to("out", Produced.with(Serdes.String(), Serdes.String()).withName("write-out"));
        Properties properties = StreamsProperties.of(
                new StreamsSettings("test", "localhost:1", folder, 1, Duration.ofMillis(10), "dead-letters", 0));
        // under exactly-once the driver drops what was sent before the first processed record
        properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.AT_LEAST_ONCE);
        return new TopologyTestDriver(builder.build(), properties);
    }

    private static Deserializer<String> picky() {
        return (topic, data) -> {
            String text = new String(data, StandardCharsets.UTF_8);
            if (text.startsWith("!")) {
                throw new SerializationException("can't read " + text);
            }
            return text;
        };
    }

    private static String refuseQuestions(String text) {
        if (text.startsWith("?")) {
            throw new IllegalStateException("can't judge " + text);
        }
        return text;
    }

    private static TestInputTopic<String, byte[]> in(TopologyTestDriver driver) {
        return driver.createInputTopic("in", new StringSerializer(), new ByteArraySerializer());
    }

    private static TestOutputTopic<byte[], byte[]> out(TopologyTestDriver driver, String topic) {
        return driver.createOutputTopic(topic, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private static Map<String, String> headers(TestRecord<?, ?> record) {
        return StreamSupport.stream(record.headers().spliterator(), false)
                .collect(Collectors.toMap(
                        header -> header.key(), header -> new String(header.value(), StandardCharsets.UTF_8)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
