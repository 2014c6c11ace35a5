package org.imprimatur.kit.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.imprimatur.kit.lifecycle.Health;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class ProjectionTest {

    private static final Words WORDS = new Words(1);

    @TempDir
    private Path folder;

    private final Log log = new Log();

    @Test
    void itHoldsWhatTheTopicHeldWhenItIsUp() {
        log.append("one", "two", "three");
        try (Projection projection = projection(WORDS)) {
            projection.start();
            awaitUp(projection);

            assertThat(Words.all(projection)).containsExactly("one", "two", "three");
        }
    }

    @Test
    void itFollowsTheTopic() {
        try (Projection projection = projection(WORDS)) {
            projection.start();
            awaitUp(projection);

            log.append("later");

            awaitWords(projection, "later");
        }
    }

    @Test
    void aRestartGoesOnWhereItStoppedAndAppliesNothingTwice() {
        log.append("one", "two");
        try (Projection projection = projection(WORDS)) {
            projection.start();
            awaitUp(projection);

            whileStopped(projection, () -> log.append("three"));
            awaitUp(projection);

            assertThat(Words.all(projection)).containsExactly("one", "two", "three");
        }
    }

    @Test
    void anotherVersionBeginsFromNothing() {
        log.append("one");
        try (Projection first = projection(WORDS)) {
            first.start();
            awaitUp(first);
        }

        log.clear();
        log.append("other");
        try (Projection second = projection(new Words(2))) {
            second.start();
            awaitUp(second);

            assertThat(Words.all(second)).containsExactly("other");
        }
    }

    @Test
    void aFileThatIsNoDatabaseIsMadeAnew() throws IOException {
        Files.writeString(file(), "this is not a database, but it is long enough to look like one".repeat(100));
        log.append("one");
        try (Projection projection = projection(WORDS)) {
            projection.start();
            awaitUp(projection);

            assertThat(Words.all(projection)).containsExactly("one");
        }
    }

    @Test
    void aFileWithBrokenPagesIsMadeAnew() throws IOException {
        log.append("one", "two");
        try (Projection projection = projection(WORDS)) {
            projection.start();
            awaitUp(projection);
        }
        try (FileChannel channel = FileChannel.open(file(), StandardOpenOption.WRITE)) {
            channel.truncate(channel.size() - 4096);
        }

        try (Projection projection = projection(WORDS)) {
            projection.start();
            awaitUp(projection);

            assertThat(Words.all(projection)).containsExactly("one", "two");
        }
    }

    @Test
    void offsetsThatKafkaNoLongerHasBeginItFromNothing() {
        log.append("one", "two", "three");
        try (Projection projection = projection(WORDS)) {
            projection.start();
            awaitUp(projection);

            whileStopped(projection, () -> {
                log.clear();
                log.append("other");
            });

            awaitWords(projection, "other");
            awaitUp(projection);
        }
    }

    @Test
    void aRecordThatIsRefusedLeavesNothingOfItsBatchAndHealthIsDown() {
        log.append("one");
        try (Projection projection = projection(WORDS)) {
            projection.start();
            awaitUp(projection);

            log.append("two", Words.REFUSED);
            await().until(() -> projection.health() instanceof Health.Down);

            assertThat(Words.all(projection)).containsExactly("one");
        }
    }

    @Test
    void afterAFailureItGoesOnFromTheLastCommit() {
        log.append("one");
        try (Projection projection = projection(WORDS)) {
            projection.start();
            awaitUp(projection);
            log.append(Words.REFUSED);
            await().until(() -> projection.health() instanceof Health.Down);

            log.clear();
            log.append("one", "two");

            awaitWords(projection, "one", "two");
            awaitUp(projection);
            assertThat(log.opened()).isGreaterThan(1);
        }
    }

    @Test
    void listenersHearOfEachCommitWithItsKeysAndOneThatThrowsDisturbsNobody() {
        List<Set<String>> heard = new CopyOnWriteArrayList<>();
        List<List<String>> seen = new CopyOnWriteArrayList<>();
        log.append("one", "two");
        try (Projection projection = projection(WORDS)) {
            projection.onChange(() -> {
                throw new IllegalStateException("a listener fails");
            });
            projection.onChange(() -> seen.add(Words.all(projection)));
            projection.onChangedKeys(heard::add);
            projection.start();
            await().until(() -> heard.size() == 1);
            log.append("three");
            await().until(() -> heard.size() == 2);
        }

        assertThat(heard).containsExactly(Set.of("key-one", "key-two"), Set.of("key-three"));
        assertThat(seen).containsExactly(List.of("one", "two"), List.of("one", "two", "three"));
    }

    @Test
    void readersCanNotWrite() {
        try (Projection projection = projection(WORDS)) {
            projection.start();

            assertThatThrownBy(() -> projection.read(connection -> {
                        try (Statement statement = connection.createStatement()) {
                            return statement.executeUpdate("DELETE FROM words");
                        }
                    }))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("The projection:words.db can't be read.");
        }
    }

    @Test
    void beforeItsStartAndAfterItsCloseItCanNotBeReadAndIsNotUp() {
        Projection projection = projection(WORDS);
        assertThatThrownBy(() -> Words.all(projection)).isInstanceOf(IllegalStateException.class);
        assertThat(projection.health()).isEqualTo(Health.down("not started"));

        projection.start();
        projection.close();

        assertThatThrownBy(() -> Words.all(projection)).isInstanceOf(IllegalStateException.class);
        assertThat(projection.health()).isEqualTo(Health.down("not started"));
    }

    private Projection projection(Words words) {
        return new Projection(file(), List.of(Log.TOPIC), words, log::open);
    }

    private Path file() {
        return folder.resolve("words.db");
    }

    private static void whileStopped(Projection projection, Runnable act) {
        projection.close();
        act.run();
        projection.start();
    }

    private static void awaitUp(Projection projection) {
        await().until(() -> projection.health().isUp());
    }

    private static void awaitWords(Projection projection, String... words) {
        await().untilAsserted(() -> assertThat(Words.all(projection)).containsExactly(words));
    }
}
