package org.imprimatur.analyzer.topology;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.imprimatur.analyzer.adapters.Policies;
import org.imprimatur.analyzer.adapters.PolicyFile;
import org.imprimatur.analyzer.adapters.PolicyPublisher;
import org.imprimatur.analyzer.adapters.TimedWatch;
import org.imprimatur.analyzer.detect.Detectors;
import org.imprimatur.analyzer.judge.Judge;
import org.imprimatur.analyzer.policy.Policy;
import org.imprimatur.schemas.Topics;
import org.imprimatur.schemas.avro.Draft;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A dry run by the whole engine; {@code -Drehearsal.drafts=1000} judges as many as the console does, and times it. */
class RehearsalOfManyTest {
    private static final int MOST = Integer.getInteger("rehearsal.drafts", 40);

    /** Three times what it took where it was measured; a run of 1,000 must not take minutes. */
    private static final Duration PER_DRAFT = Duration.ofMillis(150);

    private final Pipeline pipeline = Pipeline.ready();
    private final TimedWatch watch = new TimedWatch(Duration.ofSeconds(2), 1);
    private final PolicyWorkshop workshop = new PolicyWorkshop(
            pipeline.shelf(),
            pipeline.wire(),
            new PolicyPublisher("nowhere:1", pipeline.wire()),
            new Judge(Detectors.all(), watch));

    @AfterEach
    void close() {
        watch.close();
        pipeline.close();
    }

    @Test
    void everyDraftOfTheRunIsJudgedInTimeThatAPersonWaits() throws IOException {
        Detectors.load();
        List<byte[]> drafts = drafts();
        Rehearsal rehearsal = workshop.rehearse(pack());
        drafts.stream().limit(20).forEach(rehearsal::judge);

        OperatingSystemMXBean machine = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long cpu = machine.getProcessCpuTime();
        long begun = System.nanoTime();
        long judged = drafts.stream()
                .filter(draft -> rehearsal.judge(draft).isPresent())
                .count();
        Duration spent = Duration.ofNanos(machine.getProcessCpuTime() - cpu);

        System.out.printf(
                "event=rehearsed drafts=%d wall_ms=%d cpu_ms=%d%n",
                judged, Duration.ofNanos(System.nanoTime() - begun).toMillis(), spent.toMillis());
        assertThat(judged).isEqualTo(MOST);
        assertThat(spent.dividedBy(MOST)).isLessThan(PER_DRAFT);
    }

    private static Policy pack() {
        return Policies.read(PolicyFile.healthcareUs()).fold(policy -> policy, faults -> {
            throw new AssertionError(faults);
        });
    }

    /** Invented drafts of many organizations, some of each, each as a post of its own. */
    private List<byte[]> drafts() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src", "tables", "drafts"))) {
            List<List<String>> each = files.filter(file -> file.toString().endsWith(".jsonl"))
                    .sorted()
                    .map(RehearsalOfManyTest::texts)
                    .toList();
            List<String> mixed = IntStream.range(0, MOST)
                    .mapToObj(number -> {
                        List<String> texts = each.get(number % each.size());
                        return texts.get(number / each.size() % texts.size());
                    })
                    .toList();
            return IntStream.range(0, MOST)
                    .mapToObj(number -> bytes("p-" + number, mixed.get(number)))
                    .toList();
        }
    }

    private static List<String> texts(Path file) {
        JsonMapper json = new JsonMapper();
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> !line.isBlank())
                    .map(line -> {
                        try {
                            return json.readTree(line).path("text").asText();
                        } catch (IOException malformed) {
                            throw new UncheckedIOException(malformed);
                        }
                    })
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private byte[] bytes(String postId, String text) {
        Draft draft = Pipeline.sealed(Pipeline.unsealed(text).setPostId(postId));
        return pipeline.wire().serde(Topics.DRAFTS).serializer().serialize(Topics.DRAFTS.name(), draft);
    }
}
