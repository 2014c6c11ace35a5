package org.imprimatur.kit.settings;

import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Reads settings by key and collects every fault until {@link #complete} reports them together.
 *
 * <p>A key is looked up in the flags ({@code --kafka.bootstrap=host:9092} or {@code --kafka.bootstrap host:9092}), then
 * in the environment ({@code IMPRIMATUR_KAFKA_BOOTSTRAP}), then in the YAML file that {@code --config} or
 * {@code IMPRIMATUR_CONFIG} names, where {@code kafka: {bootstrap: …}} and {@code kafka.bootstrap: …} mean the same. A
 * blank value counts as absent. A flag or a key of the file that nothing asked for is a fault; a variable of the
 * environment is not, because several programs share one.
 *
 * <p>While there is a fault a reading returns its fallback, so that reading goes on. Not safe for several threads.
 */
public final class Settings {

    private final Sources sources;
    private final List<String> faults = new ArrayList<>();
    private final Set<String> asked = new TreeSet<>();
    private int depth;

    private Settings(Sources sources) {
        this.sources = sources;
        faults.addAll(sources.faults());
        asked.add(Sources.CONFIG);
    }

    public static Settings of(String[] args, Map<String, String> environment) {
        return new Settings(Sources.of(List.of(args), environment));
    }

    /** Settings from values by key, as tests and the standalone program compose them. */
    public static Settings of(Map<String, String> values) {
        return new Settings(Sources.of(values));
    }

    public String text(String key, String fallback) {
        return text(key).orElse(fallback);
    }

    public Optional<String> text(String key) {
        return value(key).map(Sources.Value::text);
    }

    /** A whole number from {@code min} to {@code max}, both included. */
    public int number(String key, int fallback, int min, int max) {
        return parsed(key, "a whole number from " + min + " to " + max, text -> {
                    int number = Integer.parseInt(text);
                    return number >= min && number <= max ? Optional.of(number) : Optional.empty();
                })
                .orElse(fallback);
    }

    /** A TCP port; 0 lets the system choose a free one. */
    public int port(String key, int fallback) {
        return number(key, fallback, 0, 65535);
    }

    /** One of the constants of the fallback's enum, written in lower case with hyphens. */
    public <E extends Enum<E>> E choice(String key, E fallback) {
        E[] constants = fallback.getDeclaringClass().getEnumConstants();
        List<String> words = Stream.of(constants).map(Settings::word).toList();
        return parsed(
                        key,
                        "one of " + words,
                        text -> Optional.of(words.indexOf(text.toLowerCase(Locale.ROOT)))
                                .filter(at -> at >= 0)
                                .map(at -> constants[at]))
                .orElse(fallback);
    }

    public Path path(String key, String fallback) {
        return parsed(key, "a path", text -> Optional.of(Path.of(text))).orElseGet(() -> Path.of(fallback));
    }

    /** An absolute URI; its value is never repeated in a fault because it may hold a password. */
    public URI uri(String key, String fallback) {
        Optional<URI> uri = value(key).flatMap(value -> {
            try {
                URI parsed = URI.create(value.text());
                if (parsed.isAbsolute()) {
                    return Optional.of(parsed);
                }
            } catch (IllegalArgumentException notAUri) {
                // falls through to the one sentence below
            }
            faults.add(key + ": is not a URI with a scheme (" + value.origin() + ")");
            return Optional.empty();
        });
        return uri.orElseGet(() -> URI.create(fallback));
    }

    /** A length of time such as {@code 250ms}, {@code 30s}, {@code 5m}, {@code 12h}, {@code 2d} or ISO {@code PT30S}. */
    public Duration duration(String key, Duration fallback) {
        return parsed(key, "a length of time such as 250ms, 30s, 5m, 12h or 2d", Durations::parse)
                .orElse(fallback);
    }

    public Optional<Secret> secret(String key) {
        return text(key).map(Secret::of);
    }

    /**
     * Builds what was read, or throws one {@link SettingsFault} with everything that is wrong.
     *
     * <p>Only the outermost call judges: a service may complete its own part while a program completes the whole. A
     * refusal by {@code build} itself (an {@link IllegalArgumentException}) is a fault like any other.
     */
    public <T> T complete(Supplier<T> build) {
        depth++;
        Optional<T> built = Optional.empty();
        try {
            built = Optional.of(build.get());
        } catch (IllegalArgumentException refusal) {
            faults.add(String.valueOf(refusal.getMessage()));
        } finally {
            depth--;
        }
        if (depth == 0) {
            faults.addAll(sources.unasked(asked));
        }
        if (!faults.isEmpty() && (depth == 0 || built.isEmpty())) {
            throw new SettingsFault(faults);
        }
        return built.orElseThrow();
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private Optional<Sources.Value> value(String key) {
        asked.add(key);
        return sources.find(key);
    }

    private <T> Optional<T> parsed(String key, String kind, Function<String, Optional<T>> parse) {
        Optional<Sources.Value> value = value(key);
        Optional<T> parsed = value.flatMap(found -> attempt(found.text(), parse));
        if (value.isPresent() && parsed.isEmpty()) {
            faults.add("%s: '%s' is not %s (%s)"
                    .formatted(key, value.get().text(), kind, value.get().origin()));
        }
        return parsed;
    }

    private static <T> Optional<T> attempt(String text, Function<String, Optional<T>> parse) {
        try {
            return parse.apply(text.strip());
        } catch (NumberFormatException | InvalidPathException refusal) {
            return Optional.empty();
        }
    }

    /** Names the keys that were asked for; never a value. */
    @Override
    public String toString() {
        return "Settings" + asked;
    }
}
