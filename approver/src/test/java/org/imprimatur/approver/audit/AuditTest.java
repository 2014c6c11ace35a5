package org.imprimatur.approver.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AuditTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final int POSTS = 3;
    private static final int EVENTS = 6;

    @TempDir
    Path folder;

    private SealingKey key;
    private final List<String> lines = Histories.lines(POSTS, EVENTS);

    @BeforeEach
    void aKey() throws IOException {
        key = SealingKey.at(folder.resolve("keys/evidence.pem"));
    }

    @Test
    void anUntouchedHistoryVerifies() throws IOException {
        Report report = check(lines);

        assertThat(report.faults()).isEmpty();
        assertThat(report.events()).isEqualTo(POSTS * EVENTS);
        assertThat(report.posts()).isEqualTo(POSTS);
    }

    @Test
    void everyChangedCharacterOfAnEventIsFound() throws IOException {
        Random random = new Random(41);
        for (int round = 0; round < 600; round++) {
            List<String> changed = new ArrayList<>(lines);
            int at = random.nextInt(changed.size());
            String line = changed.get(at);
            int place = random.nextInt(line.length());
            char other = (char) ('a' + random.nextInt(26));
            if (line.charAt(place) == other) {
                continue;
            }
            changed.set(at, line.substring(0, place) + other + line.substring(place + 1));

            assertThat(check(changed).faults()).as(line + " at " + place).isNotEmpty();
        }
    }

    @Test
    void everyCharacterThatWasAddedInsideAMemberIsFound() throws IOException {
        Random random = new Random(42);
        for (int round = 0; round < 600; round++) {
            List<String> changed = new ArrayList<>(lines);
            int at = random.nextInt(changed.size());
            String line = changed.get(at);
            int place = 1 + random.nextInt(line.length() - 1);
            changed.set(at, line.substring(0, place) + random.nextInt(10) + line.substring(place));

            assertThat(check(changed).faults()).as(line + " at " + place).isNotEmpty();
        }
    }

    @Test
    void aMemberThatStandsThereTwiceIsFound() throws IOException {
        List<String> changed = new ArrayList<>(lines);
        changed.replaceAll(line -> line.replaceFirst("\\{", "{\"kind\":\"REJECTED\","));

        assertThat(check(changed).faults()).hasSizeGreaterThanOrEqualTo(lines.size());
    }

    @Test
    void everyRemovedEventIsFound() throws IOException {
        for (int at = 0; at < lines.size(); at++) {
            List<String> fewer = new ArrayList<>(lines);
            fewer.remove(at);

            assertThat(check(fewer).isClean()).as("without line " + at).isFalse();
        }
    }

    @Test
    void anEndThatWasCutOffTogetherWithItsSealIsFound() throws IOException {
        Path file = Files.write(folder.resolve("history.jsonl"), lines);

        assertThat(Audit.check(file, Optional.empty()).faults())
                .containsExactly(new Fault("history.jsonl", "The last line is no seal, so the end was cut off."));
    }

    @Test
    void aHistoryThatSomebodyElseSealedIsNoneOfTheHouse() throws IOException {
        SealingKey other = SealingKey.at(folder.resolve("other.pem"));
        Path file =
                Files.writeString(folder.resolve("history.jsonl"), SealedHistory.of("post post-0", lines, other, NOW));

        assertThat(Audit.check(file, Optional.of(key.publicKey())).faults())
                .singleElement()
                .asString()
                .contains("another key made it");
    }

    @Test
    void twoEventsOfAPostThatChangedPlacesAreFound() throws IOException {
        for (int at = 0; at + 1 < EVENTS; at++) {
            List<String> swapped = new ArrayList<>(lines);
            Collections.swap(swapped, at, at + 1);

            assertThat(check(swapped).faults()).isNotEmpty();
        }
    }

    @Test
    void anEventThatStandsThereTwiceIsFound() throws IOException {
        List<String> twice = new ArrayList<>(lines);
        twice.add(4, twice.get(3));

        assertThat(check(twice).faults())
                .singleElement()
                .asString()
                .contains("line 5")
                .contains("out of order, or twice");
    }

    @Test
    void aChangedEventIsNamedByLinePostAndNumber() throws IOException {
        List<String> changed = new ArrayList<>(lines);
        changed.set(7, changed.get(7).replace("rosa", "omar"));

        assertThat(check(changed).faults().get(0))
                .hasToString(
                        "history.jsonl, line 8: Event 2 of post post-1 was changed: its hash is not that of what it"
                                + " says.");
    }

    @Test
    void anUntouchedPacketVerifiesUnderTheKeyThatWasKept() throws IOException {
        Path packet = packet(lines);

        Report report = Audit.check(packet, Optional.of(key.publicKey()));

        assertThat(report.faults()).isEmpty();
        assertThat(report.sealedBy()).contains(key.publicKey().fingerprint());
    }

    @Test
    void aHistoryWhoseEndWasCutOffIsFoundInAPacket() throws IOException {
        for (int kept = 0; kept < EVENTS; kept++) {
            List<String> cut = new ArrayList<>(lines.subList(0, (POSTS - 1) * EVENTS + kept));

            Path packet = altered(packet(lines), Packet.HISTORY, text -> String.join("\n", cut) + "\n");

            assertThat(Audit.check(packet, Optional.empty()).faults())
                    .anySatisfy(fault -> assertThat(fault.what()).contains("post-2"));
        }
    }

    @Test
    void aPacketSealedAgainByAnotherKeyIsRefusedUnderTheOneThatWasKept() throws IOException {
        SealingKey forger = SealingKey.at(folder.resolve("forger.pem"));
        Path packet = folder.resolve("forged.zip");
        try (OutputStream out = Files.newOutputStream(packet)) {
            Packet forged = new Packet(out);
            forged.file(Packet.HISTORY, sink -> lines.subList(0, EVENTS).forEach(sink));
            forged.seal("post p", forger, NOW);
        }

        assertThat(Audit.check(packet, Optional.of(key.publicKey())).faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.where()).isEqualTo("manifest.sig"));
        assertThat(Audit.check(packet, Optional.empty()).sealedBy())
                .contains(forger.publicKey().fingerprint());
    }

    @Test
    void everyFileThatWasChangedAddedOrTakenAwayIsFound() throws IOException {
        for (String name : List.of("VERIFY.txt", "revisions.jsonl", "history.jsonl", "manifest.json", "manifest.sig")) {
            Path changed = altered(packet(lines), name, text -> "x" + text);
            assertThat(Audit.check(changed, Optional.empty()).faults()).as(name).isNotEmpty();
            Path without = altered(packet(lines), name, text -> "");
            assertThat(Audit.check(without, Optional.empty()).faults())
                    .as("no " + name)
                    .isNotEmpty();
        }
        Path added = altered(packet(lines), "more.txt", text -> "more");
        assertThat(Audit.check(added, Optional.empty()).faults())
                .containsExactly(new Fault("more.txt", "The file was added after the packet was sealed."));
    }

    @Test
    void aDamagedFileIsAFaultAndNoCrash() throws IOException {
        byte[] packet = Files.readAllBytes(packet(lines));
        Path half = Files.write(folder.resolve("half.zip"), Arrays.copyOf(packet, packet.length / 2));

        assertThat(Audit.check(half, Optional.empty()).faults())
                .containsExactly(new Fault("half.zip", "The file is damaged."));
    }

    @Test
    void theKeyIsMadeOnceAndReadableByItsOwnerOnly() throws IOException {
        Path file = folder.resolve("keys/evidence.pem");

        assertThat(SealingKey.at(file).publicKey()).isEqualTo(key.publicKey());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(key.toString()).doesNotContain("PRIVATE");
    }

    @Test
    void aFileThatIsNoKeyIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("no.pem"), "nothing");

        assertThatThrownBy(() -> SealingKey.at(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("private key");
    }

    private Report check(List<String> history) throws IOException {
        String seal =
                SealedHistory.of("all posts", lines, key, NOW).lines().toList().get(lines.size());
        List<String> sealed = new ArrayList<>(history);
        sealed.add(seal);
        return Audit.check(Files.write(folder.resolve("history.jsonl"), sealed), Optional.empty());
    }

    private Path packet(List<String> history) throws IOException {
        Path packet = folder.resolve("packet.zip");
        try (OutputStream out = Files.newOutputStream(packet)) {
            Packet writing = new Packet(out);
            writing.file(Packet.HISTORY, history::forEach);
            writing.file("revisions.jsonl", sink -> sink.accept("{}"));
            writing.seal("account larkspur-main", key, NOW);
        }
        return packet;
    }

    /** The same packet with one file made other; one that is made empty is left out. */
    private Path altered(Path packet, String name, UnaryOperator<String> change) throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(packet))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        files.put(name, change.apply(files.getOrDefault(name, "")));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                if (!file.getValue().isEmpty()) {
                    zip.putNextEntry(new ZipEntry(file.getKey()));
                    zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
                    zip.closeEntry();
                }
            }
        }
        return Files.write(folder.resolve("altered.zip"), bytes.toByteArray());
    }
}
