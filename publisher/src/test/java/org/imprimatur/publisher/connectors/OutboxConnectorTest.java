package org.imprimatur.publisher.connectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.imprimatur.publisher.Samples;
import org.imprimatur.publisher.delivery.DeliveryId;
import org.imprimatur.publisher.delivery.Live;
import org.imprimatur.publisher.delivery.Outcome;
import org.imprimatur.publisher.delivery.Post;
import org.imprimatur.publisher.delivery.Publication;
import org.imprimatur.publisher.delivery.Receipt;
import org.imprimatur.publisher.delivery.Removal;
import org.imprimatur.publisher.delivery.Sight;
import org.imprimatur.publisher.worker.Connector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutboxConnectorTest implements ConnectorContract {
    private final Path root;
    private final Path folder;
    private final OutboxConnector outbox;

    OutboxConnectorTest(@TempDir Path root) {
        this.root = root;
        this.folder = root.resolve("out").resolve("box");
        this.outbox = new OutboxConnector(folder, InstantSource.fixed(Samples.NOW));
    }

    @Override
    public Connector connector() {
        return outbox;
    }

    @Override
    public List<String> publicTexts() {
        return files(folder, ".json").stream()
                .map(file -> PostJson.read(bytes(file)).path("text").asText())
                .toList();
    }

    /** A file stands where the folder should be: nobody, not even root, can write into it. */
    @Override
    public void cutOff() {
        try {
            Files.createDirectories(root.resolve("out"));
            Files.writeString(folder, "in the way");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Test
    void theTextLiesBesideTheJsonUnderTheSameName() {
        outbox.publish(ConnectorContract.post("p1", "plain"));

        assertThat(folder.resolve("p1-r1-harbor.json")).exists();
        assertThat(folder.resolve("p1-r1-harbor.txt")).hasContent("plain");
    }

    @Test
    void nothingHalfWrittenIsLeftBehind() {
        outbox.publish(ConnectorContract.post("p1", "plain"));

        assertThat(files(folder, "")).hasSize(2);
    }

    @Test
    void whatACrashLeftHalfWrittenDoesNotStandInTheWay() throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(".p1-r1-harbor.json.part"), "{\"te");
        Files.writeString(folder.resolve("p1-r1-harbor.txt"), "pl");

        assertThat(outbox.find(ConnectorContract.post("p1", "plain"))).isInstanceOf(Outcome.NotSent.class);
        assertThat(outbox.publish(ConnectorContract.post("p1", "plain"))).isInstanceOf(Outcome.Ok.class);
        assertThat(folder.resolve("p1-r1-harbor.txt")).hasContent("plain");
    }

    @Test
    void otherContentUnderTheSameNameIsNeitherFoundNorReplaced() {
        outbox.publish(ConnectorContract.post("p1", "first"));

        assertThat(outbox.find(ConnectorContract.post("p1", "second"))).isNotInstanceOf(Outcome.Ok.class);
        assertThat(outbox.publish(ConnectorContract.post("p1", "second"))).isInstanceOf(Outcome.Rejected.class);
        assertThat(publicTexts()).containsExactly("first");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../escaped", "..", "/etc/passwd", "a\\b", "C:evil", "nul", "näme", ".hidden", "a.b"})
    void noAccountIdLeadsOutOfTheFolder(String account) {
        outbox.publish(ConnectorContract.post(new DeliveryId("p1", 1, account), "kept inside"));

        assertThat(files(root, ".json")).hasSize(1).allMatch(file -> folder.equals(file.getParent()));
        assertThat(publicTexts()).containsExactly("kept inside");
    }

    @Test
    void idsThatLookAlikeOnceCleanedDoNotShareAFile() {
        outbox.publish(ConnectorContract.post(new DeliveryId("p1", 1, "a/b"), "one"));
        outbox.publish(keyed(new DeliveryId("p1", 1, "a?b"), "two"));

        assertThat(publicTexts()).containsExactlyInAnyOrder("one", "two");
    }

    @Test
    void whatIsTakenDownWasSeenBeforeAndIsGoneAfter() {
        outbox.publish(ConnectorContract.post("p1", "plain"));
        Publication live = publication("0123456789abcdef-key-of-");

        assertThat(outbox.look(live))
                .isEqualTo(new Sight.Seen(new Live(
                        "plain",
                        List.of("beef"),
                        Optional.of(folder.resolve("p1-r1-harbor.json").toUri().toString()),
                        Samples.NOW)));
        assertThat(outbox.takeDown(live)).isEqualTo(new Removal.Removed());
        assertThat(outbox.look(live)).isEqualTo(new Sight.Gone());
        assertThat(outbox.takeDown(live)).isEqualTo(new Removal.Gone());
        assertThat(files(folder, "")).isEmpty();
    }

    @Test
    void somethingElseUnderTheSameNameIsNotTakenDown() {
        outbox.publish(ConnectorContract.post("p1", "plain"));
        Publication other = publication("another-key-");

        assertThat(outbox.look(other)).isInstanceOf(Sight.Unseen.class);
        assertThat(outbox.takeDown(other)).isInstanceOf(Removal.CannotDelete.class);
        assertThat(publicTexts()).containsExactly("plain");
    }

    private static Publication publication(String key) {
        DeliveryId id = new DeliveryId("p1", 1, "harbor");
        return new Publication(
                id,
                key + Integer.toHexString(id.text().hashCode()),
                "outbox",
                new Receipt("p1-r1-harbor.json", Optional.empty()));
    }

    private static Post keyed(DeliveryId id, String text) {
        Post post = ConnectorContract.post(id, text);
        return new Post(
                id,
                "fedcba9876543210-another-key",
                post.contentHash(),
                post.platform(),
                text,
                post.inReplyTo(),
                post.media(),
                post.preparedAt());
    }

    private static List<Path> files(Path in, String ending) {
        if (!Files.isDirectory(in)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(in)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(ending))
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
