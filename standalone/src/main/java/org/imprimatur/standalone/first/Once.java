package org.imprimatur.standalone.first;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Does something once in the life of a folder.
 *
 * <p>The mark is made after the work: whoever is killed in between does it again, so the work must bear a repeat.
 */
public record Once(Path mark) {

    public void run(Runnable work) {
        if (Files.exists(mark)) {
            return;
        }
        work.run();
        try {
            Files.createDirectories(mark.resolveSibling("."));
            Files.writeString(mark, "done\n");
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
