package org.imprimatur.ingest.media;

import java.io.IOException;
import java.util.Optional;
import java.util.OptionalLong;

/** Pictures under the SHA-256 of their bytes; what is stored never changes. Safe for several threads. */
public interface MediaStore {

    /**
     * Stores the bytes durably.
     *
     * @return true when they are new, false when the same were there before
     * @throws IOException when they could not be stored; then nothing of them is visible
     */
    boolean put(Upload upload) throws IOException;

    /**
     * Finds stored bytes.
     *
     * @param hash 64 lower-case hexadecimal digits; anything else is found nowhere
     */
    Optional<byte[]> find(String hash) throws IOException;

    /** Size of stored bytes, without reading them; empty when there are none under this hash. */
    OptionalLong size(String hash) throws IOException;

    /** Type of stored bytes, without reading them all; empty when there are none under this hash. */
    Optional<MediaType> type(String hash) throws IOException;
}
