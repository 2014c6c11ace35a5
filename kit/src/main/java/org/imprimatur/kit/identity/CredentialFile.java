package org.imprimatur.kit.identity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.TreeMap;

/**
 * A YAML file of hashes by id that only its owner reads, replaced as a whole or not at all.
 *
 * <p>Another process may change it: {@link #read} looks at the file's time and reads it again. Safe for the threads of
 * one process.
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

    synchronized void put(String id, E entry) {
        Map<String, E> next = new TreeMap<>(read());
        next.put(id, entry);
        try {
            write(next);
            readAt = Files.getLastModifiedTime(path);
        } catch (IOException unwritable) {
            throw new UncheckedIOException("The file " + path + " can't be written.", unwritable);
        }
        entries = Map.copyOf(next);
    }

    private void write(Map<String, E> next) throws IOException {
        Path folder = path.resolveSibling(".").normalize();
        Files.createDirectories(folder);
        Path draft = Files.createTempFile(folder, "." + path.getFileName(), ".new", ownerOnly());
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

    private static FileAttribute<?>[] ownerOnly() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
