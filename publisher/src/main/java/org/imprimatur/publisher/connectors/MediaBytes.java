package org.imprimatur.publisher.connectors;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.imprimatur.publisher.delivery.Post;

/** Where the bytes of pictures come from. */
@FunctionalInterface
public interface MediaBytes {
    /** No store of pictures, so no picture is ever found. */
    MediaBytes NONE = media -> Optional.empty();

    /**
     * The bytes that are kept under the hash of the picture; empty when there are none.
     *
     * @throws IOException when nobody can tell now
     */
    Optional<byte[]> of(Post.Media media) throws IOException;

    /** Files {@code ab/abcd…}, as ingest keeps them under the hash of their bytes. */
    static MediaBytes inFolder(Path folder) {
        Pattern hash = Pattern.compile("[0-9a-f]{64}");
        return media -> {
            if (!hash.matcher(media.hash()).matches()) {
                return Optional.empty();
            }
            if (!Files.isDirectory(folder)) {
                throw new NoSuchFileException("the media folder is not there");
            }
            try {
                return Optional.of(Files.readAllBytes(
                        folder.resolve(media.hash().substring(0, 2)).resolve(media.hash())));
            } catch (NoSuchFileException none) {
                return Optional.empty();
            }
        };
    }
}
