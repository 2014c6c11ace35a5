package org.imprimatur.publisher.connectors;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.imprimatur.platforms.Attachment;
import org.imprimatur.platforms.Platform;
import org.imprimatur.publisher.delivery.Outcome;
import org.imprimatur.publisher.delivery.Post;

/**
 * Holds a post against what its platform takes, and brings the bytes of its pictures; nothing is sent by this.
 *
 * <p>Bytes are checked again here, since platforms take anything: their hash, and that they are the kind of picture that
 * was approved.
 */
public final class Pictures {
    private final MediaBytes source;

    public Pictures(MediaBytes source) {
        this.source = source;
    }

    /** All pictures of the post in its order; stops where the platform would not take the post as it is. */
    public Step<List<Picture>> taken(Post post, Platform platform) {
        List<Picture> pictures = new ArrayList<>();
        for (Post.Media media : post.media()) {
            String name = "picture " + (pictures.size() + 1);
            Step<Picture> read = read(media, name);
            if (read instanceof Step.Went<Picture> went) {
                pictures.add(went.value());
            } else {
                return read.then(never -> Step.went(List.of()));
            }
        }
        List<String> faults = platform.faults(
                post.text(), pictures.stream().map(Pictures::attachment).toList());
        return faults.isEmpty()
                ? Step.went(List.copyOf(pictures))
                : Step.stopped(new Outcome.Rejected(String.join("; ", faults)));
    }

    private Step<Picture> read(Post.Media media, String name) {
        Optional<byte[]> found;
        try {
            found = source.of(media);
        } catch (IOException unreadable) {
            return Step.stopped(new Outcome.NotSent(name + " can't be read from the media folder now"));
        }
        if (found.isEmpty()) {
            return rejected(name + " is not in the media folder, so the publisher has no bytes of it");
        }
        byte[] bytes = found.get();
        if (!sha256(bytes).equals(media.hash())) {
            return rejected("the bytes of " + name + " are not those that were approved");
        }
        return PictureHead.of(bytes)
                .filter(head -> head.mediaType().equals(media.mediaType()))
                .map(head -> Step.went(new Picture(media, bytes, head.width(), head.height())))
                .orElseGet(() -> rejected(name + " is not the kind of picture that it is said to be"));
    }

    private static Step<Picture> rejected(String why) {
        return Step.stopped(new Outcome.Rejected(why));
    }

    private static Attachment attachment(Picture picture) {
        return new Attachment(
                picture.media().mediaType(),
                OptionalLong.of(picture.bytes().length),
                picture.media().altText());
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException every) {
            throw new IllegalStateException("every Java platform has SHA-256", every);
        }
    }
}
