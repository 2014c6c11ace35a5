package org.imprimatur.kit.identity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * A YAML file of hashes by id that only its owner reads, replaced as a whole or not at all.
 *
 * <p>Another process may change it: {@link #read} looks at the file's time and reads it again, and changes wait for each
 * other. Safe for several threads.
 */
final class CredentialFile<E> {

    private static final YAMLMapper YAML = new YAMLMapper();

    private final Path path;
    private final TypeReference<Map<String, E>> type;
    private Map<String, E> entries = Map.of();
    private FileTime readAt = FileTime.fromMillis(0);

    CredentialFile(Path path, TypeReference<Map<String, E>> type) {
        this.path = path.toAbsolutePath();
        this.type = type;
    }

    /** What the file holds now; nothing when there is no file. */
    synchronized Map<String, E> read() {
        try {
            if (!Files.exists(path)) {
                entries = Map.of();
                return entries;
            }
            FileTime changedAt = Files.getLastModifiedTime(path);
            if (!changedAt.equals(readAt)) {
                entries = Map.copyOf(YAML.readValue(path.toFile(), type));
                readAt = changedAt;
            }
            return entries;
        } catch (JsonProcessingException notYaml) {
            throw new IllegalStateException("The file " + path + " does not hold what it should.");
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The file " + path + " can't be read.", unreadable);
        }
    }

    void put(String id, E entry) {
        change(entries -> entries.put(id, entry));
    }

    void remove(String id) {
        change(entries -> entries.remove(id));
    }

    /** Reads what other processes wrote, changes it and replaces the file while they wait. */
    private synchronized void change(Consumer<Map<String, E>> change) {
        Path beside = path.resolveSibling("." + path.getFileName() + ".lock");
        try {
            Files.createDirectories(path.resolveSibling(".").normalize());
            try (FileChannel channel = FileChannel.open(beside, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                channel.lock(); // until the channel is closed
                Map<String, E> next = new TreeMap<>(read());
                change.accept(next);
                write(next);
                readAt = Files.getLastModifiedTime(path);
                entries = Map.copyOf(next);
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException("The file " + path + " can't be written.", unwritable);
        }
    }

    private void write(Map<String, E> next) throws IOException {
        Path folder = path.resolveSibling(".").normalize();
        Path draft = Files.createTempFile(folder, "." + path.getFileName(), ".new", OwnerOnly.attributes());
        try {
            Files.write(draft, YAML.writeValueAsBytes(next));
            try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            move(draft);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private void move(Path draft) throws IOException {
        try {
            Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException otherFileSystem) {
            Files.move(draft, path, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
