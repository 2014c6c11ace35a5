package org.imprimatur.analyzer.adapters;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.imprimatur.analyzer.policy.PolicyFault;
import org.imprimatur.analyzer.policy.PolicyText;
import org.imprimatur.analyzer.policy.RuleText;

/**
 * A policy pack as YAML: {@code name}, {@code version} and a list of {@code rules}.
 *
 * @param text what could be read
 * @param faults of the file's form; those of the rules themselves are found by {@code PolicyReader}
 * @param source all of it, as it was written
 */
public record PolicyFile(PolicyText text, List<PolicyFault> faults, String source) {

    private static final String DEFAULT = "/org/imprimatur/analyzer/policy/healthcare-us.yaml";
    private static final Set<String> OF_A_PACK = Set.of("name", "version", "rules");
    private static final Set<String> OF_A_RULE =
            Set.of("id", "title", "reason", "citation", "when", "action", "severity", "message", "suggestion");

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .build();

    private static final PolicyText NOTHING = new PolicyText("", "", List.of());

    public PolicyFile {
        faults = List.copyOf(faults);
    }

    /** Whether nothing could be read, so that its form alone is at fault. */
    boolean isUnreadable() {
        return !faults.isEmpty() && text.equals(NOTHING);
    }

    /** The pack {@code healthcare-us} that comes with the analyzer. */
    public static PolicyFile healthcareUs() {
        try (InputStream content = PolicyFile.class.getResourceAsStream(DEFAULT)) {
            if (content == null) {
                throw new IllegalStateException("the default policy is not on the class path: " + DEFAULT);
            }
            return of(text(content));
        } catch (IOException unreadable) {
            throw new IllegalStateException("the default policy can't be read: " + DEFAULT, unreadable);
        }
    }

    /**
     * Reads a file.
     *
     * @throws IOException when the file can't be read at all; a file that is not YAML is a fault
     */
    public static PolicyFile read(Path file) throws IOException {
        try (InputStream content = Files.newInputStream(file)) {
            return of(text(content));
        }
    }

    /** Reads a pack; text that is not YAML is a fault. */
    public static PolicyFile of(String source) {
        JsonNode root;
        Map<String, Integer> lines;
        try {
            root = YAML.readTree(source);
            lines = PackLines.of(YAML, source);
        } catch (JsonProcessingException malformed) {
            PolicyFault fault = new PolicyFault(
                    malformed.getLocation().getLineNr(), "policy", "is not sound YAML: " + complaint(malformed));
            return new PolicyFile(NOTHING, List.of(fault), source);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        List<RuleText> rules = new ArrayList<>();
        root.path("rules").forEach(rule -> rules.add(rule(rule)));
        PolicyText text = new PolicyText(text(root, "name"), text(root, "version"), rules, lines);
        List<PolicyFault> faults = new ArrayList<>();
        strangers(root, OF_A_PACK, text, 0, faults);
        int place = 0;
        for (JsonNode rule : root.path("rules")) {
            strangers(rule, OF_A_RULE, text, ++place, faults);
        }
        return new PolicyFile(text, faults, source);
    }

    /** The rules as a pack; what {@link #of} reads from it are the same rules. */
    public static String written(PolicyText text) {
        ObjectNode pack = YAML.createObjectNode();
        pack.put("name", text.name()).put("version", text.version());
        ArrayNode rules = pack.putArray("rules");
        for (RuleText rule : text.rules()) {
            ObjectNode each = rules.addObject()
                    .put("id", rule.id())
                    .put("title", rule.title())
                    .put("reason", rule.reason());
            if (!rule.citation().isBlank()) {
                each.put("citation", rule.citation());
            }
            each.put("when", rule.expression())
                    .put("action", rule.action())
                    .put("severity", rule.severity())
                    .put("message", rule.message());
            if (!rule.suggestion().isBlank()) {
                each.put("suggestion", rule.suggestion());
            }
        }
        try {
            return YAML.writeValueAsString(pack);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("rules are always YAML", impossible);
        }
    }

    private static RuleText rule(JsonNode rule) {
        return new RuleText(
                text(rule, "id"),
                text(rule, "title"),
                text(rule, "reason"),
                text(rule, "citation"),
                text(rule, "when"),
                text(rule, "action"),
                text(rule, "severity"),
                text(rule, "message"),
                text(rule, "suggestion"));
    }

    private static void strangers(
            JsonNode node, Set<String> known, PolicyText text, int place, List<PolicyFault> faults) {
        String id = place == 0 ? "policy" : text.rules().get(place - 1).id();
        String where = id.isBlank() ? "rule " + place : id;
        node.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                faults.add(new PolicyFault(
                        text.line(place, name), where, "has no field '" + name + "'; there are " + fields(known)));
            }
        });
    }

    /** Without the pictures of lines that the parser draws between its sentences. */
    private static String complaint(JsonProcessingException malformed) {
        return malformed
                .getOriginalMessage()
                .lines()
                .filter(line -> !line.isBlank() && !Character.isWhitespace(line.charAt(0)))
                .collect(Collectors.joining("; "));
    }

    private static String fields(Set<String> known) {
        return known.stream().sorted().collect(Collectors.joining(", "));
    }

    private static String text(InputStream content) throws IOException {
        return new String(content.readAllBytes(), StandardCharsets.UTF_8);
    }

    /** Folded lines are joined, so that a message may be written over several. */
    private static String text(JsonNode node, String field) {
        return node.path(field).asText("").strip();
    }
}
