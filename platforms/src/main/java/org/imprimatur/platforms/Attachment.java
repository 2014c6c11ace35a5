package org.imprimatur.platforms;

import java.util.OptionalLong;

/**
 * A picture that shall go out with a text.
 *
 * @param mediaType such as image/jpeg
 * @param bytes its size; empty while nobody knows it
 * @param altText what a person who can't see it is told; empty when the author gave none
 */
public record Attachment(String mediaType, OptionalLong bytes, String altText) {
    @Override
    public String toString() {
        return "Attachment[" + mediaType + "]";
    }
}
