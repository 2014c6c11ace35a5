package org.imprimatur.analyzer.draft;

/**
 * A picture or film that goes out with the text.
 *
 * @param mediaType such as {@code image/jpeg}
 * @param altText what a person who cannot see it is told; empty when the author gave none
 */
public record Medium(String mediaType, String altText) {

    @Override
    public String toString() {
        return "Medium[" + mediaType + ", alt of " + altText.length() + " chars]";
    }
}
