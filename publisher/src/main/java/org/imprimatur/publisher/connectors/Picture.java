package org.imprimatur.publisher.connectors;

import org.imprimatur.publisher.delivery.Post;

/**
 * A picture with its bytes, which are those that were approved.
 *
 * @param width in pixels
 * @param height in pixels
 */
public record Picture(Post.Media media, byte[] bytes, int width, int height) {
    @Override
    public String toString() {
        return "Picture[" + media.hash() + "]";
    }
}
