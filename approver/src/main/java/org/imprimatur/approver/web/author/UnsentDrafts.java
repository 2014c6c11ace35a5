package org.imprimatur.approver.web.author;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.imprimatur.kit.web.ProblemException;

/**
 * Keeps what people are writing, so that the end of a session loses nothing: one file each, in a folder for each person,
 * readable by this program's user only. The newest saving counts.
 */
public final class UnsentDrafts {
    /** More than anybody writes at a time. */
    static final int MOST = 100;

    /** Posts handed in last, for savings that were on their way meanwhile. */
    private static final int REMEMBERED = 1_000;

    private static final Pattern KEY = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final Path folder;
    private final Set<String> handedIn = Collections.synchronizedSet(Collections.newSetFromMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    }));

    /** Keeps them under this folder, which is made when it is needed. */
    public UnsentDrafts(Path folder) {
        this.folder = folder;
    }

    /** Whether a draft in writing may be called that. */
    static boolean isKey(String text) {
        return KEY.matcher(text).matches();
    }

    Optional<Unsent> find(String person, String key) {
        return read(file(person, key));
    }

    /** What this person is writing, the newest first. */
    List<Unsent> of(String person) {
        Path home = folder.resolve(person);
        if (!Files.isDirectory(home)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(home)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .flatMap(file -> read(file).stream())
                    .sorted(Comparator.comparingLong(Unsent::savedAt).reversed())
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    void save(String person, Unsent unsent) {
        Path file = file(person, unsent.key());
        if (handedIn.contains(unsent.key())) {
            return;
        }
        try {
            Path home = Files.createDirectories(folder.resolve(person), ownerOnly("rwx------"));
            if (!Files.exists(file) && of(person).size() >= MOST) {
                throw ProblemException.of(409, "You have " + MOST + " unfinished posts; discard one first.");
            }
            Path part = Files.createTempFile(home, unsent.key(), ".part", ownerOnly("rw-------"));
            Files.write(part, JSON.writeValueAsBytes(unsent));
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException unwritable) {
            throw new UncheckedIOException("an unfinished post can't be kept", unwritable);
        }
    }

    /** It is a post now; a saving that comes late changes nothing. */
    void handedIn(String person, String key) {
        handedIn.add(key);
        forget(person, key);
    }

    void forget(String person, String key) {
        try {
            Files.deleteIfExists(file(person, key));
        } catch (IOException undeletable) {
            throw new UncheckedIOException(undeletable);
        }
    }

    private Path file(String person, String key) {
        if (!isKey(key)) {
            throw ProblemException.of(404, "There is no unfinished post at this address.");
        }
        return folder.resolve(person).resolve(key + ".json");
    }

    private static Optional<Unsent> read(Path file) {
        try {
            return Optional.of(JSON.readValue(Files.readAllBytes(file), Unsent.class));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IOException unreadable) {
            // the parser's message quotes what was written, so it goes nowhere
            throw new IllegalStateException("an unfinished post can't be read");
        }
    }

    private static FileAttribute<?>[] ownerOnly(String permissions) {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
