package org.imprimatur.approver.audit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;

/** Keys as text (RFC 7468). */
final class Pem {

    private static final int WIDTH = 64;

    private Pem() {}

    static String write(String label, byte[] encoded) {
        Base64.Encoder lines = Base64.getMimeEncoder(WIDTH, "\n".getBytes(StandardCharsets.US_ASCII));
        return "-----BEGIN " + label + "-----\n" + lines.encodeToString(encoded) + "\n-----END " + label + "-----\n";
    }

    /** The first block under that label. */
    static byte[] read(String label, String text) throws IOException {
        String begin = "-----BEGIN " + label + "-----";
        int start = text.indexOf(begin);
        int end = text.indexOf("-----END " + label + "-----", start + 1);
        if (start < 0 || end < 0) {
            throw new IOException("There is no " + label.toLowerCase(Locale.ROOT) + " in this text.");
        }
        try {
            return Base64.getMimeDecoder().decode(text.substring(start + begin.length(), end));
        } catch (IllegalArgumentException damaged) {
            throw new IOException("The key is damaged.", damaged);
        }
    }
}
