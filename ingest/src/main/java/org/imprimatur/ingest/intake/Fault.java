package org.imprimatur.ingest.intake;

/**
 * What is wrong with one field of a submission, and what to do about it.
 *
 * @param pointer JSON pointer (RFC 6901) of the field; empty for the submission as a whole
 * @param detail one sentence that the author can act on; never quotes the draft's text
 */
public record Fault(String pointer, String detail) {
    public Fault {
        if (!pointer.isEmpty() && pointer.charAt(0) != '/') {
            throw new IllegalArgumentException("a JSON pointer is empty or starts with a slash");
        }
        if (detail.isBlank()) {
            throw new IllegalArgumentException("a fault needs a sentence");
        }
    }
}
