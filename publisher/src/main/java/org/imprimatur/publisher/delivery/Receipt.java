package org.imprimatur.publisher.delivery;

import java.util.Optional;

/**
 * What a platform calls a publication.
 *
 * @param remoteId the platform's own name for it
 * @param url where the public sees it, when the platform says so
 */
public record Receipt(String remoteId, Optional<String> url) {
    public Receipt {
        if (remoteId.isBlank()) {
            throw new IllegalArgumentException("a receipt needs the platform's id");
        }
    }
}
