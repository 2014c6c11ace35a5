import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * Computes the words and the joined names that stand in names of diseases; run once by hand, see NOTICE for the command.
 *
 * <p>A line of the result is a word, or two names joined by a hyphen as in {@code stein-leventhal}; lower case, without
 * accents, in order.
 */
final class MedicalTable {

    private static final Pattern TERM = Pattern.compile("(?:name: |synonym: \")([^\"]+)");
    private static final Pattern CATEGORY = Pattern.compile("^[^,]+,\"?([^\"]+)");
    private static final Pattern WORD = Pattern.compile("\\p{L}{3,24}");
    private static final Pattern PAIR =
            Pattern.compile("(?<!\\p{L})(?=(\\p{Lu}\\p{L}{1,19}-\\p{Lu}\\p{L}{1,19})(?!\\p{L}))");

    private final TreeSet<String> lines = new TreeSet<>();

    private MedicalTable() {}

    public static void main(String[] args) throws IOException {
        Path dictionaries = Path.of(args[0]);
        MedicalTable table = new MedicalTable();
        table.names(dictionaries.resolve("orphanet_import.obo"), TERM);
        table.names(dictionaries.resolve("icd10_categories.csv"), CATEGORY);
        table.write(Path.of(args[1]));
    }

    private void names(Path file, Pattern line) throws IOException {
        for (String text : Files.readAllLines(file)) {
            Matcher name = line.matcher(text);
            if (name.lookingAt()) {
                add(WORD.matcher(name.group(1)), 0);
                add(PAIR.matcher(name.group(1)), 1);
            }
        }
    }

    private void add(Matcher found, int group) {
        while (found.find()) {
            String plain = Normalizer.normalize(found.group(group), Normalizer.Form.NFD)
                    .replaceAll("\\p{M}", "")
                    .toLowerCase(Locale.ROOT);
            if (plain.matches("[a-z-]+")) {
                lines.add(plain);
            }
        }
    }

    private void write(Path target) throws IOException {
        try (var gzip = new GZIPOutputStream(Files.newOutputStream(target)) {
                    {
                        def.setLevel(Deflater.BEST_COMPRESSION);
                    }
                };
                var out = new BufferedWriter(new OutputStreamWriter(gzip, StandardCharsets.US_ASCII))) {
            for (String line : lines) {
                out.write(line);
                out.write('\n');
            }
        }
    }
}
