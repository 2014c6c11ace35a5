package org.imprimatur.analyzer.adapters;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.imprimatur.analyzer.policy.PolicyFault;
import org.imprimatur.analyzer.policy.PolicyText;
import org.imprimatur.analyzer.policy.RuleText;

/**
 * A policy pack as YAML: {@code name}, {@code version} and a list of {@code rules}.
 *
 * @param text what could be read
 * @param faults of the file's form; those of the rules themselves are found by {@code PolicyReader}
 */
public record PolicyFile(PolicyText text, List<PolicyFault> faults) {

    private static final String DEFAULT = "/org/imprimatur/analyzer/policy/healthcare-us.yaml";
    private static final Set<String> OF_A_PACK = Set.of("name", "version", "rules");
    private static final Set<String> OF_A_RULE =
            Set.of("id", "title", "reason", "citation", "when", "action", "severity", "message", "suggestion");

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    public PolicyFile {
        faults = List.copyOf(faults);
    }

    /** The pack {@code healthcare-us} that comes with the analyzer. */
    public static PolicyFile healthcareUs() {
        try (InputStream content = PolicyFile.class.getResourceAsStream(DEFAULT)) {
            if (content == null) {
                throw new IllegalStateException("the default policy is not on the class path: " + DEFAULT);
            }
            return read(content);
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
            return read(content);
        }
    }

    private static PolicyFile read(InputStream content) throws IOException {
        List<PolicyFault> faults = new ArrayList<>();
        JsonNode root;
        try {
            root = YAML.readTree(content);
        } catch (JsonProcessingException malformed) {
            String where = "line " + malformed.getLocation().getLineNr();
            faults.add(new PolicyFault(where, "is not sound YAML: " + malformed.getOriginalMessage()));
            return new PolicyFile(new PolicyText("", "", List.of()), faults);
        }
        strangers(root, OF_A_PACK, "policy", faults);
        List<RuleText> rules = new ArrayList<>();
        for (JsonNode rule : root.path("rules")) {
            rules.add(rule(rule, rules.size() + 1, faults));
        }
        return new PolicyFile(new PolicyText(text(root, "name"), text(root, "version"), rules), faults);
    }

    private static RuleText rule(JsonNode rule, int place, List<PolicyFault> faults) {
        String id = text(rule, "id");
        strangers(rule, OF_A_RULE, id.isBlank() ? "rule " + place : id, faults);
        return new RuleText(
                id,
                text(rule, "title"),
                text(rule, "reason"),
                text(rule, "citation"),
                text(rule, "when"),
                text(rule, "action"),
                text(rule, "severity"),
                text(rule, "message"),
                text(rule, "suggestion"));
    }

    private static void strangers(JsonNode node, Set<String> known, String where, List<PolicyFault> faults) {
        node.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                faults.add(new PolicyFault(where, "has no field '" + name + "'"));
            }
        });
    }

    /** Folded lines are joined, so that a message may be written over several. */
    private static String text(JsonNode node, String field) {
        return node.path(field).asText("").strip();
    }
}
