package org.imprimatur.kit.settings;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The places where a setting can stand, in the order in which they win. */
record Sources(
        Map<String, String> flags, Map<String, String> environment, Map<String, String> file, List<String> faults) {

    static final String CONFIG = "config";

    private static final String PREFIX = "IMPRIMATUR_";

    /** A value and, for a person, where it came from. */
    record Value(String text, String origin) {}

    Sources {
        flags = Map.copyOf(flags);
        environment = Map.copyOf(environment);
        file = Map.copyOf(file);
        faults = List.copyOf(faults);
    }

    static Sources of(Map<String, String> values) {
        return new Sources(values, Map.of(), Map.of(), List.of());
    }

    static Sources of(List<String> args, Map<String, String> environment) {
        List<String> faults = new ArrayList<>();
        Map<String, String> flags = flags(args, faults);
        Sources withoutFile = new Sources(flags, environment, Map.of(), List.of());
        Map<String, String> file = withoutFile
                .find(CONFIG)
                .map(named -> file(named.text(), faults))
                .orElse(Map.of());
        return new Sources(flags, environment, file, faults);
    }

    Optional<Value> find(String key) {
        return in(flags, key, "flag --" + key)
                .or(() -> in(environment, variable(key), "environment " + variable(key)))
                .or(() -> in(file, key, "configuration file"));
    }

    /** One sentence for each flag and each key of the file that is not among {@code asked}. */
    List<String> unasked(Set<String> asked) {
        List<String> unknown = new ArrayList<>();
        flags.keySet().stream()
                .filter(key -> !asked.contains(key))
                .sorted()
                .forEach(key -> unknown.add("--" + key + ": there is no such flag; there are " + asked));
        file.keySet().stream()
                .filter(key -> !asked.contains(key))
                .sorted()
                .forEach(key -> unknown.add(key + ": the configuration file has it, but nothing reads it"));
        return unknown;
    }

    static String variable(String key) {
        return PREFIX + key.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }

    private static Optional<Value> in(Map<String, String> source, String key, String origin) {
        return Optional.ofNullable(source.get(key))
                .filter(text -> !text.isBlank())
                .map(text -> new Value(text, origin));
    }

    private static Map<String, String> flags(List<String> args, List<String> faults) {
        Map<String, String> flags = new LinkedHashMap<>();
        for (int at = 0; at < args.size(); at++) {
            String arg = args.get(at);
            if (!arg.startsWith("--") || arg.length() == 2) {
                faults.add("argument " + (at + 1) + ": is not a flag; flags look like --key=value");
                continue;
            }
            int equals = arg.indexOf('=');
            String key = equals < 0 ? arg.substring(2) : arg.substring(2, equals);
            if (equals < 0 && (at + 1 == args.size() || args.get(at + 1).startsWith("--"))) {
                faults.add("--" + key + ": has no value");
                continue;
            }
            String value = equals < 0 ? args.get(++at) : arg.substring(equals + 1);
            if (flags.putIfAbsent(key, value) != null) {
                faults.add("--" + key + ": is given twice");
            }
        }
        return flags;
    }

    private static Map<String, String> file(String name, List<String> faults) {
        try {
            return ConfigFile.read(Path.of(name), faults);
        } catch (InvalidPathException notAPath) {
            faults.add(CONFIG + ": '" + name + "' is not a path");
            return Map.of();
        }
    }

    /** Never a value: the environment holds secrets. */
    @Override
    public String toString() {
        return "Sources[flags=" + flags.keySet() + "]";
    }
}
