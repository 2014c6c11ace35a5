package org.imprimatur.analyzer.encoder;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntConsumer;

/**
 * The vocabulary of the encoder: words are cut into the longest pieces that it knows (WordPiece, lower case, without
 * accents). Immutable, thread-safe.
 */
final class Pieces {

    static final int START = 101;
    static final int END = 102;
    private static final int UNKNOWN = 100;
    private static final int LONGEST_WORD = 100;

    private static final String LIBRARY = "/e5-small-v2-q-tokenizer.json";

    private final Map<String, Integer> numbers;

    private static final class Library {
        static final Pieces PIECES = load();

        private static Pieces load() {
            try (InputStream json = Encoder.resource(LIBRARY)) {
                return read(json);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private Pieces(Map<String, Integer> numbers) {
        this.numbers = numbers;
    }

    /** The vocabulary of the library's encoder. */
    static Pieces library() {
        return Library.PIECES;
    }

    /** Reads the object {@code model.vocab} of a tokenizer's JSON. */
    static Pieces read(InputStream json) throws IOException {
        Map<String, Integer> numbers = new HashMap<>(1 << 16);
        try (JsonParser parser = new JsonFactory().createParser(json)) {
            JsonToken token = parser.nextToken();
            while (token != null && !(token == JsonToken.FIELD_NAME && "vocab".equals(parser.currentName()))) {
                token = parser.nextToken();
            }
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String piece = parser.currentName();
                numbers.put(piece, parser.nextIntValue(UNKNOWN));
            }
        }
        if (numbers.getOrDefault("[CLS]", -1) != START || numbers.getOrDefault("[SEP]", -1) != END) {
            throw new IOException("no vocabulary of the expected kind");
        }
        return new Pieces(numbers);
    }

    /** The number of a piece that begins a word; 100 for what is none. */
    int number(String piece) {
        return numbers.getOrDefault(piece, UNKNOWN);
    }

    /** Hands over the numbers of a word's pieces; marks stand for themselves. */
    void cut(String word, IntConsumer pieces) {
        String plain = plain(word);
        int start = 0;
        while (start < plain.length()) {
            int c = plain.codePointAt(start);
            int end = start + Character.charCount(c);
            if (Character.isLetterOrDigit(c)) {
                while (end < plain.length() && Character.isLetterOrDigit(plain.codePointAt(end))) {
                    end += Character.charCount(plain.codePointAt(end));
                }
                known(plain.substring(start, end), pieces);
            } else if (!Character.isWhitespace(c)) {
                pieces.accept(numbers.getOrDefault(plain.substring(start, end), UNKNOWN));
            }
            start = end;
        }
    }

    private void known(String word, IntConsumer pieces) {
        if (word.length() > LONGEST_WORD) {
            pieces.accept(UNKNOWN);
            return;
        }
        int[] found = new int[word.length()];
        int size = 0;
        int start = 0;
        while (start < word.length()) {
            int end = word.length();
            Integer number = null;
            while (end > start && number == null) {
                number = numbers.get((start > 0 ? "##" : "") + word.substring(start, end));
                end--;
            }
            if (number == null) {
                pieces.accept(UNKNOWN);
                return;
            }
            found[size++] = number;
            start = end + 1;
        }
        for (int i = 0; i < size; i++) {
            pieces.accept(found[i]);
        }
    }

    private static String plain(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        if (lower.chars().allMatch(c -> c < 128)) {
            return lower;
        }
        return Normalizer.normalize(lower, Normalizer.Form.NFD).replaceAll("\\p{Mn}", "");
    }
}
