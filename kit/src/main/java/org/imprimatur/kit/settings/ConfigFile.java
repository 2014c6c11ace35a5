package org.imprimatur.kit.settings;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Flattens one YAML file to values by dotted key. */
final class ConfigFile {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private ConfigFile() {}

    static Map<String, String> read(Path path, List<String> faults) {
        Map<String, String> values = new LinkedHashMap<>();
        if (!Files.isReadable(path) || Files.isDirectory(path)) {
            faults.add("config: there is no readable file " + path);
            return values;
        }
        try {
            JsonNode root = YAML.readTree(path.toFile());
            if (root.isObject()) {
                flatten("", root, values, faults);
            } else if (!root.isMissingNode() && !root.isNull()) {
                faults.add("config: " + path + " does not hold keys and values");
            }
        } catch (JsonProcessingException notYaml) {
            JsonLocation where = notYaml.getLocation();
            faults.add("config: " + path + " is not YAML that can be read"
                    + (where == null ? "" : ", see line " + where.getLineNr()));
        } catch (IOException unreadable) {
            faults.add("config: " + path + " cannot be read");
        }
        return values;
    }

    private static void flatten(String prefix, JsonNode node, Map<String, String> values, List<String> faults) {
        node.properties().forEach(entry -> {
            String key = prefix + entry.getKey();
            JsonNode value = entry.getValue();
            if (value.isObject()) {
                flatten(key + ".", value, values, faults);
            } else if (value.isArray()) {
                faults.add(key + ": is a list in the configuration file, but one value is expected");
            } else if (!value.isNull() && values.putIfAbsent(key, value.asText()) != null) {
                faults.add(key + ": stands twice in the configuration file");
            }
        });
    }
}
