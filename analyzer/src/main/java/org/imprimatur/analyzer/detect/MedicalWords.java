package org.imprimatur.analyzer.detect;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

/**
 * Words and joined names that stand in names of diseases, such as "nephroblastomatosis" and "stein-leventhal".
 *
 * <p>Computed from Orphanet's and ICD-10-CM's names by {@code src/tables/java/MedicalTable.java}; sources stand in NOTICE.
 */
final class MedicalWords {

    private static final Set<String> ALL = load();

    private MedicalWords() {}

    /** Whether a word without accents in lower case, or two with a hyphen, stands in a disease's name. */
    static boolean has(String words) {
        return ALL.contains(words);
    }

    private static Set<String> load() {
        try (InputStream in = MedicalWords.class.getResourceAsStream("medicine.gz")) {
            if (in == null) {
                throw new IllegalStateException("no resource medicine.gz");
            }
            return new BufferedReader(new InputStreamReader(new GZIPInputStream(in), StandardCharsets.US_ASCII))
                    .lines()
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
