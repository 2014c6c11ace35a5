package org.imprimatur.approver.audit;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 in 64 lower-case hexadecimal digits. */
final class Digest {

    private static final int PIECE = 64 * 1024;

    private Digest() {}

    static String of(byte[] bytes) {
        MessageDigest digest = begun();
        digest.update(bytes);
        return ended(digest);
    }

    /** Of all that is left in the stream. */
    static String of(InputStream in) throws IOException {
        MessageDigest digest = begun();
        byte[] piece = new byte[PIECE];
        for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
            digest.update(piece, 0, read);
        }
        return ended(digest);
    }

    /** To be fed piece by piece. */
    static MessageDigest begun() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException every) {
            throw new IllegalStateException("every Java platform has SHA-256", every);
        }
    }

    static String ended(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }
}
