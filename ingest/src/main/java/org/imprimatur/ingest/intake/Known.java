package org.imprimatur.ingest.intake;

import java.util.Optional;
import java.util.Set;

/** What a submission may refer to. */
public interface Known {

    /** Whether the organization has this account. */
    boolean account(String id);

    /** Whether this patient authorization is on file; whether it fits is judged later. */
    boolean authorization(String id);

    /** Platforms of the known accounts, in lower case. */
    Set<String> platforms();

    /**
     * Type of a stored picture.
     *
     * @param hash 64 lower-case hexadecimal digits
     * @return such as {@code image/png}; empty when no such picture is stored
     */
    Optional<String> mediaType(String hash);
}
