package org.imprimatur.ingest.intake;

import java.util.regex.Pattern;

/**
 * A stored picture that goes out with a draft.
 *
 * @param hash SHA-256 of the bytes, 64 lower-case hexadecimal digits
 * @param mediaType as found in the bytes, such as {@code image/jpeg}
 * @param altText what a person who cannot see it is told; empty when the author gave none
 */
public record Picture(String hash, String mediaType, String altText) {
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    public Picture {
        if (!isHash(hash)) {
            throw new IllegalArgumentException("a picture's hash is 64 lower-case hexadecimal digits");
        }
    }

    /** Whether the text has the form of a picture's hash. */
    public static boolean isHash(String text) {
        return HASH.matcher(text).matches();
    }

    @Override
    public String toString() {
        return "Picture[" + hash + ", " + mediaType + ", alt text of " + altText.length() + "]";
    }
}
