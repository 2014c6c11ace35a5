package org.imprimatur.approver.review;

/**
 * Exactly what a decision is about: a revision and the hash over everything that an approval freezes.
 *
 * @param revision 1 for the first
 * @param hash never blank
 */
public record Content(int revision, String hash) {
    public Content {
        if (revision < 1 || hash.isBlank()) {
            throw new IllegalArgumentException("a content has a revision from 1 and a hash");
        }
    }
}
