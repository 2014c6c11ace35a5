package org.imprimatur.approver.post;

/**
 * A picture or film that goes out with a post.
 *
 * @param hash SHA-256 of its bytes, 64 lower-case hexadecimal digits
 * @param mediaType such as {@code image/jpeg}
 * @param altText what a person who cannot see it is told; empty when the author gave none
 */
public record Picture(String hash, String mediaType, String altText) {
    @Override
    public String toString() {
        return "Picture[hash=" + hash + ", mediaType=" + mediaType + ", altText of " + altText.length() + " chars]";
    }
}
