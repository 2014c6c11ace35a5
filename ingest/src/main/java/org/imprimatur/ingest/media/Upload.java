package org.imprimatur.ingest.media;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Bytes of a picture that {@link PictureCheck} drew anew, with their type and hash. */
public final class Upload {
    private final byte[] bytes;
    private final MediaType type;
    private final String hash;

    Upload(byte[] bytes, MediaType type) {
        this.bytes = bytes.clone();
        this.type = type;
        this.hash = sha256(bytes);
    }

    /** A copy. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** In bytes. */
    public int size() {
        return bytes.length;
    }

    public MediaType type() {
        return type;
    }

    /** SHA-256, 64 lower-case hexadecimal digits. */
    public String hash() {
        return hash;
    }

    @Override
    public String toString() {
        return "Upload[" + hash + ", " + bytes.length + " bytes]";
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
