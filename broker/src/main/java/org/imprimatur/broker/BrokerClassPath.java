package org.imprimatur.broker;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The child's class path: this module and the libraries that the build recorded for it, found among the files that the
 * running process itself was started with (directly, or by the manifest of a jar).
 */
final class BrokerClassPath {

    private static final String RECORDED = "kafka-libraries.txt";
    private static final Pattern VERSION = Pattern.compile("-\\d[^/]*\\.jar$");

    private BrokerClassPath() {}

    static String find() {
        Set<String> wanted = recorded();
        Map<String, Path> found = new LinkedHashMap<>();
        List<Path> started = entries(System.getProperty("java.class.path", ""));
        Stream.concat(started.stream(), started.stream().flatMap(BrokerClassPath::namedByManifest))
                .filter(path -> wanted.contains(nameWithoutVersion(path.toString())))
                .forEach(path -> found.putIfAbsent(nameWithoutVersion(path.toString()), path));
        if (found.size() < wanted.size()) {
            Set<String> missing = new LinkedHashSet<>(wanted);
            missing.removeAll(found.keySet());
            throw new BrokerRefused("Libraries of the Kafka broker are missing beside the program: " + missing + ".");
        }
        return Stream.concat(Stream.of(ownLocation()), found.values().stream())
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static Set<String> recorded() {
        try (InputStream in = BrokerClassPath.class.getResourceAsStream(RECORDED)) {
            if (in == null) {
                throw new IllegalStateException(RECORDED + " was not built into this module");
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
            return Stream.of(text.split(":", -1))
                    .map(BrokerClassPath::nameWithoutVersion)
                    .collect(Collectors.toCollection(LinkedHashSet::new));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** {@code lib/kafka-raft-4.3.1.jar} becomes {@code kafka-raft}. */
    static String nameWithoutVersion(String path) {
        String name = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
        return VERSION.matcher(name).replaceFirst("");
    }

    private static List<Path> entries(String classPath) {
        return Stream.of(classPath.split(Pattern.quote(File.pathSeparator), -1))
                .filter(entry -> !entry.isBlank())
                .map(entry -> Path.of(entry).toAbsolutePath())
                .toList();
    }

    private static Stream<Path> namedByManifest(Path jar) {
        if (!jar.toString().endsWith(".jar") || !jar.toFile().isFile()) {
            return Stream.empty();
        }
        try (JarFile file = new JarFile(jar.toFile())) {
            Manifest manifest = file.getManifest();
            String named =
                    manifest == null ? null : manifest.getMainAttributes().getValue("Class-Path");
            if (named == null) {
                return Stream.empty();
            }
            URI base = jar.toUri();
            return Stream.of(named.strip().split("\\s+", -1))
                    .map(base::resolve)
                    .filter(uri -> "file".equals(uri.getScheme()))
                    .map(Path::of);
        } catch (IOException unreadable) {
            return Stream.empty();
        }
    }

    private static Path ownLocation() {
        try {
            return Path.of(BrokerClassPath.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
