package org.imprimatur.publisher.connectors.bluesky;

import java.math.BigInteger;
import java.util.HexFormat;

/** Names bytes as the AT Protocol does (CID version 1, raw, SHA-256), so that a picture can be told by its hash alone. */
final class ContentId {
    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
    private static final String RAW_SHA256 = "01551220";

    private ContentId() {}

    /**
     * Such as {@code bafkrei…}.
     *
     * @param sha256 64 hexadecimal digits
     */
    static String of(String sha256) {
        byte[] bytes = HexFormat.of().parseHex(RAW_SHA256 + sha256);
        StringBuilder text = new StringBuilder("b");
        int bits = 0;
        int left = 0;
        for (byte next : bytes) {
            bits = (bits << 8) | (next & 0xFF);
            left += 8;
            while (left >= 5) {
                left -= 5;
                text.append(ALPHABET.charAt((bits >>> left) & 31));
            }
            bits &= (1 << left) - 1;
        }
        if (left > 0) {
            text.append(ALPHABET.charAt((bits << (5 - left)) & 31));
        }
        return text.toString();
    }

    /** The SHA-256 that a name holds, 64 hexadecimal digits; the name itself when it is of another kind. */
    static String sha256(String name) {
        BigInteger bits = BigInteger.ZERO;
        for (char c : name.substring(Math.min(1, name.length())).toCharArray()) {
            bits = bits.shiftLeft(5).or(BigInteger.valueOf(Math.max(0, ALPHABET.indexOf(c))));
        }
        String hex = bits.shiftRight(2).toString(16);
        String hash = hex.length() >= 64 ? hex.substring(hex.length() - 64) : "";
        return !hash.isEmpty() && of(hash).equals(name) ? hash : name;
    }
}
