package org.imprimatur.analyzer.detect;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;

/**
 * How likely a word is a given name, a family name, a town or merely a word.
 *
 * <p>The table is computed from the US Census 1990 name frequencies, Philter's word lists and a list of US cities by
 * {@code src/tables/java/NameTable.java}; its sources stand in NOTICE. Kept as hashes: about one foreign word in ten
 * thousand is mistaken for one in the table.
 */
final class NameLikelihood {

    static final NameLikelihood TABLE = load();

    private static final int SLOTS = 1 << 20;
    private final int[] hashes = new int[SLOTS];
    private final byte[] codes = new byte[SLOTS];

    private NameLikelihood() {}

    /** 0 never to 3 frequent. */
    int given(String key) {
        return code(key) & 3;
    }

    /** 0 never to 3 frequent. */
    int family(String key) {
        return (code(key) >> 2) & 3;
    }

    boolean isWord(String key) {
        return (code(key) & 16) != 0;
    }

    boolean isTown(String key) {
        return (code(key) & 32) != 0;
    }

    boolean isKnown(String key) {
        return code(key) != 0;
    }

    /** All of this in one number: given + 4 family + 16 word + 32 town; 0 for a word that is not in the table. */
    int code(String key) {
        int hash = key.hashCode();
        int slot = slot(hash);
        while (codes[slot] != 0) {
            if (hashes[slot] == hash) {
                return codes[slot];
            }
            slot = (slot + 1) & (SLOTS - 1);
        }
        return 0;
    }

    private static int slot(int hash) {
        return (hash * 0x9E3779B9) >>> 12;
    }

    private static NameLikelihood load() {
        NameLikelihood table = new NameLikelihood();
        try (InputStream in = NameLikelihood.class.getResourceAsStream("names.gz")) {
            if (in == null) {
                throw new IllegalStateException("no resource names.gz");
            }
            BufferedReader lines =
                    new BufferedReader(new InputStreamReader(new GZIPInputStream(in), StandardCharsets.US_ASCII));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                int last = line.length() - 1;
                table.put(line.substring(0, last).hashCode(), line.charAt(last) - '0');
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return table;
    }

    private void put(int hash, int code) {
        int slot = slot(hash);
        while (codes[slot] != 0) {
            slot = (slot + 1) & (SLOTS - 1);
        }
        hashes[slot] = hash;
        codes[slot] = (byte) code;
    }
}
