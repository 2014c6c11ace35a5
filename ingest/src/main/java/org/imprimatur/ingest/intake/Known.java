package org.imprimatur.ingest.intake;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a submission may refer to. */
public interface Known {

    /** Whether the organization has this account. */
    boolean account(String id);

    /**
     * The group that keeps this patient authorization, empty for the whole organization; nothing when none is on file
     * under this id. Whether it fits is judged later.
     */
    Optional<String> authorizationGroup(String id);

    /** The platform of an account, in lower case; empty when there is no such account. */
    Optional<String> platform(String account);

    /**
     * Why a platform would not take what shall go out there, a sentence each without full stop, none with anything from
     * the text; empty when it would, and for channels of the organization's own.
     *
     * @param platform in lower case
     */
    List<String> refusals(String platform, String text, List<Picture> media);

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
