package org.imprimatur.approver.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * The views of the queue that people saved under names of their own; one small text file a person, a view a line. Safe for
 * use by many threads of one process.
 */
public final class SavedViews {
    /** More nobody finds again. */
    public static final int MOST = 12;

    private static final int LONGEST_NAME = 40;

    private final Path folder;

    public SavedViews(Path folder) {
        this.folder = folder;
    }

    /**
     * One view.
     *
     * @param name as its owner calls it
     * @param query of the queue's address, with the question mark
     */
    public record View(String name, String query) {}

    synchronized List<View> of(String person) {
        Path file = file(person);
        try {
            return Files.exists(file)
                    ? Files.readAllLines(file).stream()
                            .map(line -> line.split("\t", 2))
                            .filter(parts -> parts.length == 2)
                            .map(parts -> new View(parts[1], parts[0]))
                            .toList()
                    : List.of();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("saved views can't be read", unreadable);
        }
    }

    /** Keeps a view; one of the same name is replaced. A name without letters keeps nothing. */
    synchronized void save(String person, String name, String query) {
        String clean = clean(name);
        if (!clean.isEmpty()) {
            List<View> views = without(person, clean);
            views.add(new View(clean, query));
            write(person, views.subList(Math.max(0, views.size() - MOST), views.size()));
        }
    }

    synchronized void remove(String person, String name) {
        write(person, without(person, clean(name)));
    }

    private List<View> without(String person, String name) {
        List<View> views = new ArrayList<>(of(person));
        views.removeIf(view -> view.name().equals(name));
        return views;
    }

    private void write(String person, List<View> views) {
        try {
            Files.createDirectories(folder);
            Path fresh = Files.createTempFile(folder, "views", ".new");
            Files.write(
                    fresh,
                    views.stream()
                            .map(view -> view.query() + "\t" + view.name())
                            .toList());
            Files.move(fresh, file(person), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException unwritable) {
            throw new UncheckedIOException("saved views can't be written", unwritable);
        }
    }

    private static String clean(String name) {
        String line = name.replaceAll("\\p{Cntrl}", " ").strip();
        return line.codePointCount(0, line.length()) > LONGEST_NAME
                ? line.substring(0, line.offsetByCodePoints(0, LONGEST_NAME))
                : line;
    }

    /** No letter of an id reaches the file system. */
    private Path file(String person) {
        return folder.resolve(UUID.nameUUIDFromBytes(person.getBytes(StandardCharsets.UTF_8)) + ".txt");
    }
}
