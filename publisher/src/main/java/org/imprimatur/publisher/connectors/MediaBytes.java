package org.imprimatur.publisher.connectors;

import java.util.Optional;
import org.imprimatur.publisher.delivery.Post;

/** Where the bytes of pictures come from. */
@FunctionalInterface
public interface MediaBytes {
    /** The publisher has no store of pictures yet. */
    MediaBytes NONE = media -> Optional.empty();

    /** Exactly the bytes of that hash; empty when they are not here. */
    Optional<byte[]> of(Post.Media media);
}
