package org.imprimatur.ingest.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FolderMediaStoreTest implements MediaStoreContract {
    @TempDir
    Path folder;

    private MediaStore store;

    @BeforeEach
    void open() {
        store = new FolderMediaStore(folder.resolve("media"));
    }

    @Override
    public MediaStore store() {
        return store;
    }

    @Test
    void whatWasPutIsFoundAfterTheFolderWasOpenedAgain() throws IOException {
        Upload upload = new Upload(Pictures.png(2, 3), MediaType.PNG);
        store.put(upload);

        assertThat(new FolderMediaStore(folder.resolve("media")).find(upload.hash()))
                .isPresent();
    }

    @Test
    void noTemporaryFileIsLeft() throws IOException {
        store.put(new Upload(Pictures.png(2, 3), MediaType.PNG));
        store.put(new Upload(Pictures.png(2, 3), MediaType.PNG));

        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> kept = files.filter(Files::isRegularFile).toList();
            assertThat(kept)
                    .singleElement()
                    .satisfies(file -> assertThat(file.toString()).doesNotEndWith(".part"));
        }
    }
}
