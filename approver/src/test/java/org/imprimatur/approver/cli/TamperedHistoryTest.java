package org.imprimatur.approver.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.imprimatur.approver.audit.Histories;
import org.imprimatur.approver.audit.Packet;
import org.imprimatur.approver.audit.SealedHistory;
import org.imprimatur.approver.audit.SealingKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Whoever touches one event of an exported history, whichever and however, is found out by {@code verify-audit}. */
final class TamperedHistoryTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int POSTS = 3;
    private static final int EVENTS = 6;
    private static final int FOUND = 1;

    @TempDir
    private Path folder;

    private final List<String> lines = Histories.lines(POSTS, EVENTS);
    private final StringWriter said = new StringWriter();

    @Test
    void whatNobodyTouchedIsFoundClean() throws IOException {
        assertThat(verify(alone(lines))).isZero();
        assertThat(verify(packet(lines))).isZero();
    }

    @Test
    void everyMemberOfEveryEventThatSaysSomethingElseIsFoundAtItsLine() throws IOException {
        for (int at = 0; at < lines.size(); at++) {
            ObjectNode told = (ObjectNode) JSON.readTree(lines.get(at));
            for (Map.Entry<String, JsonNode> member : told.properties()) {
                ObjectNode changed = told.deepCopy();
                changed.set(member.getKey(), other(member.getKey(), member.getValue()));
                List<String> history = replaced(at, changed.toString());

                String which = member.getKey() + " of line " + (at + 1);
                assertThat(verify(alone(history))).as(which).isEqualTo(FOUND);
                assertThat(said.toString())
                        .as(which)
                        .containsPattern("history.jsonl, line (" + (at + 1) + "|" + (at + 2) + "):");
            }
        }
    }

    @Test
    void everyMemberOfEveryEventThatWasTakenOutIsFoundUnlessItSaidNothing() throws IOException {
        for (int at = 0; at < lines.size(); at++) {
            ObjectNode told = (ObjectNode) JSON.readTree(lines.get(at));
            for (Map.Entry<String, JsonNode> member : told.properties()) {
                if (saysNothing(member.getValue())) {
                    continue;
                }
                ObjectNode less = told.deepCopy();
                less.remove(member.getKey());

                assertThat(verify(alone(replaced(at, less.toString()))))
                        .as(member.getKey() + " of line " + (at + 1))
                        .isEqualTo(FOUND);
            }
        }
    }

    @Test
    void everyEventThatWasWrittenAnewWithARightHashIsFound() throws IOException {
        for (int at = 0; at < lines.size(); at++) {
            List<String> history = replaced(at, Histories.forged(lines.get(at)));

            assertThat(verify(alone(history))).as("line " + (at + 1)).isEqualTo(FOUND);
        }
    }

    @Test
    void everyEventThatIsMissingIsFound() throws IOException {
        for (int at = 0; at < lines.size(); at++) {
            assertThat(verify(alone(without(at)))).as("line " + (at + 1)).isEqualTo(FOUND);
        }
    }

    @Test
    void everyTwoEventsOfAPostThatChangedPlacesAreFound() throws IOException {
        for (int first = 0; first < lines.size(); first++) {
            for (int second = first + 1; second / EVENTS == first / EVENTS; second++) {
                assertThat(verify(alone(swapped(first, second))))
                        .as((first + 1) + " and " + (second + 1))
                        .isEqualTo(FOUND);
            }
        }
    }

    @Test
    void everyEventThatStandsThereTwiceIsFoundWhereverTheOtherStands() throws IOException {
        for (int at = 0; at < lines.size(); at++) {
            for (int place = 0; place <= lines.size(); place++) {
                List<String> history = new ArrayList<>(lines);
                history.add(place, lines.get(at));

                assertThat(verify(alone(history)))
                        .as("line " + (at + 1) + " again at " + place)
                        .isEqualTo(FOUND);
            }
        }
    }

    @Test
    void inASealedPacketEveryTamperingIsFoundTheLastEventsToo() throws IOException {
        Path packet = packet(lines);
        Random random = new Random(43);
        for (int at = 0; at < lines.size(); at++) {
            int other = (at + 1 + random.nextInt(lines.size() - 1)) % lines.size();
            List<String> twice = new ArrayList<>(lines);
            twice.add(random.nextInt(lines.size() + 1), lines.get(at));
            for (List<String> history : List.of(
                    replaced(at, lines.get(at).replace("\"7\"", "\"8\"")),
                    replaced(at, Histories.forged(lines.get(at))),
                    without(at),
                    swapped(at, other),
                    twice)) {
                rewrite(packet, history);

                assertThat(verify(packet)).as("line " + (at + 1)).isEqualTo(FOUND);
                assertThat(said.toString()).contains("NOT AS IT WAS WRITTEN");
            }
        }
        rewrite(packet, lines);
        assertThat(verify(packet)).as("put back as it was").isZero();
    }

    /** Another value that the same member may have; a hash of another length would be too easy. */
    private static JsonNode other(String member, JsonNode value) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        if (member.equals("kind")) {
            return json.textNode("REJECTED");
        }
        if (member.equals("at")) {
            return json.textNode(Instant.parse(value.textValue()).plusMillis(1).toString());
        }
        if (member.equals("until")) {
            return json.textNode("2026-03-01T10:15:00.123Z");
        }
        if (member.equals("refusal")) {
            return json.textNode("OWN_WORK");
        }
        if (value.isTextual()) {
            String text = value.textValue();
            return json.textNode((text.startsWith("a") ? "b" : "a") + text.substring(1));
        }
        if (value.isBoolean()) {
            return json.booleanNode(!value.booleanValue());
        }
        if (value.isNumber()) {
            return json.numberNode(value.longValue() + 1);
        }
        if (value.isArray()) {
            return ((ArrayNode) value.deepCopy()).add("eve");
        }
        if (value.isObject()) {
            return ((ObjectNode) value.deepCopy()).put("id", "eve");
        }
        return member.equals("actor")
                ? json.objectNode().put("id", "eve").set("roles", json.arrayNode())
                : json.textNode("eve");
    }

    private static boolean saysNothing(JsonNode value) {
        return value.isNull()
                || (value.isBoolean() && !value.booleanValue())
                || (value.isNumber() && value.longValue() == 0)
                || (value.isArray() && value.isEmpty());
    }

    private List<String> replaced(int at, String line) {
        List<String> history = new ArrayList<>(lines);
        history.set(at, line);
        return history;
    }

    private List<String> without(int at) {
        List<String> history = new ArrayList<>(lines);
        history.remove(at);
        return history;
    }

    private List<String> swapped(int first, int second) {
        List<String> history = new ArrayList<>(lines);
        Collections.swap(history, first, second);
        return history;
    }

    /** These lines before the seal of those that were exported. */
    private Path alone(List<String> history) throws IOException {
        List<String> sealed = SealedHistory.of("all posts", lines, key(), Instant.EPOCH)
                .lines()
                .toList();
        return Files.write(
                folder.resolve("history.jsonl"),
                Stream.concat(history.stream(), sealed.stream().skip(lines.size()))
                        .toList());
    }

    private SealingKey key() throws IOException {
        return SealingKey.at(folder.resolve("evidence.pem"));
    }

    private Path packet(List<String> history) throws IOException {
        Path packet = folder.resolve("packet.zip");
        try (OutputStream out = Files.newOutputStream(packet)) {
            Packet writing = new Packet(out);
            writing.file(Packet.HISTORY, history::forEach);
            writing.seal("account larkspur-main", key(), Instant.EPOCH);
        }
        return packet;
    }

    private static void rewrite(Path packet, List<String> history) throws IOException {
        try (FileSystem files = FileSystems.newFileSystem(packet)) {
            Files.write(files.getPath(Packet.HISTORY), history);
        }
    }

    private int verify(Path file) {
        said.getBuffer().setLength(0);
        PrintWriter writer = new PrintWriter(said, true);
        return new CommandLine(new VerifyAuditCommand())
                .setOut(writer)
                .setErr(writer)
                .execute(file.toString());
    }
}
