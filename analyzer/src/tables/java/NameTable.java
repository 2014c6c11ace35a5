import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * Computes how likely a word is a given name, a family name, a town or just a word, from public name frequencies and word
 * lists; run once by hand, see NOTICE for the command.
 *
 * <p>A line of the result is the word and one character, {@code '0' + first + 4 * last + 16 * word + 32 * town}: first and
 * last are 0 never, 1 seldom, 2 known, 3 frequent; word and town are 0 or 1.
 */
final class NameTable {

    private static final Pattern ENTRY = Pattern.compile("\"([a-z]{2,16})\": ");
    private final Map<String, int[]> table = new TreeMap<>();

    public static void main(String[] args) throws IOException {
        Path dictionaries = Path.of(args[0]);
        NameTable tables = new NameTable();
        tables.list(dictionaries.resolve("philter_firstnames_minus_fps.json"), 0);
        tables.list(dictionaries.resolve("philter_lastnames_minus_fps.json"), 1);
        tables.census(dictionaries.resolve("census1990_dist.male.first"), 0);
        tables.census(dictionaries.resolve("census1990_dist.female.first"), 0);
        tables.census(dictionaries.resolve("census1990_dist.all.last"), 1);
        tables.list(dictionaries.resolve("philter_whitelist_plus_fps_091718_nonames.json"), 2);
        tables.towns(dictionaries.resolve("us_cities.csv"));
        tables.write(Path.of(args[1]));
    }

    private void list(Path file, int column) throws IOException {
        Matcher entries = ENTRY.matcher(Files.readString(file));
        while (entries.find()) {
            raise(entries.group(1), column, 1);
        }
    }

    private void census(Path file, int column) throws IOException {
        for (String line : Files.readAllLines(file, StandardCharsets.US_ASCII)) {
            String[] fields = line.trim().split("\\s+");
            double percent = Double.parseDouble(fields[1]);
            raise(fields[0].toLowerCase(Locale.ROOT), column, percent >= 0.02 ? 3 : percent >= 0.002 ? 2 : 1);
        }
    }

    private void towns(Path file) throws IOException {
        for (String line : Files.readAllLines(file)) {
            String town = line.split(",")[3].replace("\"", "").toLowerCase(Locale.ROOT);
            if (town.matches("[a-z]{3,16}")) {
                raise(town, 3, 1);
            }
        }
    }

    private void raise(String word, int column, int value) {
        int[] scores = table.computeIfAbsent(word, unused -> new int[4]);
        scores[column] = Math.max(scores[column], value);
    }

    private void write(Path target) throws IOException {
        try (var gzip = new GZIPOutputStream(Files.newOutputStream(target)) {
                    {
                        def.setLevel(Deflater.BEST_COMPRESSION);
                    }
                };
                var out = new BufferedWriter(new OutputStreamWriter(gzip, StandardCharsets.US_ASCII))) {
            for (Map.Entry<String, int[]> entry : table.entrySet()) {
                int[] s = entry.getValue();
                out.write(entry.getKey());
                out.write((char) ('0' + s[0] + 4 * s[1] + 16 * s[2] + 32 * s[3]));
                out.write('\n');
            }
        }
    }
}
