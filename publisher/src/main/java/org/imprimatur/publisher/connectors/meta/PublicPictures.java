package org.imprimatur.publisher.connectors.meta;

import java.net.URI;
import java.util.Optional;
import org.imprimatur.publisher.connectors.Picture;

/** Where everybody can fetch a picture, for platforms that take no bytes. */
public record PublicPictures(Optional<URI> folder) {
    /** Under the folder as ingest keeps it: {@code ab/abcd…}; empty where no such place is set up. */
    Optional<String> address(Picture picture) {
        String hash = picture.media().hash();
        return folder.map(URI::toString)
                .map(base -> (base.endsWith("/") ? base : base + "/") + hash.substring(0, 2) + "/" + hash);
    }
}
