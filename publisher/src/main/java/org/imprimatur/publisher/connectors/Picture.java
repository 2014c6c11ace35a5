package org.imprimatur.publisher.connectors;

import org.imprimatur.publisher.delivery.Post;

/** A picture with its bytes, which are those that were approved; they are not to be changed. */
public final class Picture {
    private final Post.Media media;
    private final byte[] bytes;
    private final int width;
    private final int height;

    Picture(Post.Media media, byte[] bytes, int width, int height) {
        this.media = media;
        this.bytes = bytes;
        this.width = width;
        this.height = height;
    }

    public Post.Media media() {
        return media;
    }

    public byte[] bytes() {
        return bytes;
    }

    /** In pixels. */
    public int width() {
        return width;
    }

    /** In pixels. */
    public int height() {
        return height;
    }

    @Override
    public String toString() {
        return "Picture[" + media.hash() + "]";
    }
}
