import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.imprimatur.analyzer.detect.NameFeatures;
import org.imprimatur.analyzer.text.NormalText;
import org.imprimatur.analyzer.text.Token;
import org.imprimatur.analyzer.text.Tokens;

/**
 * Trains the tagger of names by an averaged perceptron over whole texts, from tweets with marked names, the project's own
 * drafts, and sentences of our own with names put in; see NOTICE for the command. The same files give the same bytes.
 */
final class NameModel {

    private static final int TAGS = 4;
    private static final int OTHER = 0;
    private static final int PERSON = 1;
    private static final int PLACE = 2;
    private static final int ORGANIZATION = 3;
    private static final int ROUNDS = 8;
    private static final int INVENTED = 24_000;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** A text with its features and the right tags. */
    private record Case(int[][] features, byte[] tags) {}

    private final Random random = new Random(7);
    private final int[] weights = new int[NameFeatures.BUCKETS * TAGS];
    private final long[] sums = new long[weights.length];
    private final int[] transitions = new int[TAGS * TAGS];
    private final long[] transitionSums = new long[TAGS * TAGS];
    private long time = 1;

    /** TWEETS.jsonl DRAFTS-FOLDER DICTIONARIES-FOLDER OWN-SENTENCES-FOLDER TARGET. */
    public static void main(String[] args) throws IOException {
        NameModel model = new NameModel();
        List<Case> cases = new ArrayList<>();
        List<Case> kept = new ArrayList<>();
        List<String> tweets = Files.readAllLines(Path.of(args[0]));
        for (int i = 0; i < tweets.size(); i++) {
            (i % 12 == 5 ? kept : cases).add(tweet(JSON.readTree(tweets.get(i))));
        }
        cases.addAll(drafts(Path.of(args[1])));
        cases.addAll(new Invention(Path.of(args[2]), Path.of(args[3]), model.random).cases(INVENTED));
        model.train(cases);
        model.average();
        double share = model.measure(kept);
        model.write(Path.of(args[4]), share);
    }

    private static Case tweet(JsonNode line) {
        String text = line.get("text").asText();
        int[] tags = new int[text.length() + 1];
        for (JsonNode span : line.get("spans")) {
            int tag = switch (span.get("type").asText()) {
                case "PERSON" -> PERSON;
                case "LOCATION" -> PLACE;
                default -> ORGANIZATION;
            };
            int start = text.offsetByCodePoints(0, span.get("start").asInt());
            int end = text.offsetByCodePoints(0, span.get("end").asInt());
            Arrays.fill(tags, start, end, tag);
        }
        return written(text, tags);
    }

    /** The tweets have spaces around every mark; people do not write so. */
    private static Case written(String spaced, int[] tags) {
        StringBuilder text = new StringBuilder();
        List<Integer> from = new ArrayList<>();
        for (int i = 0; i < spaced.length(); i++) {
            boolean space = spaced.charAt(i) == ' ';
            boolean beforeMark = space && spaced.substring(i + 1).matches("(?s)(?:'s|n't|'[a-z]+|[.,!?:;)])(?: .*|$)");
            boolean afterMark = space && i > 0 && "@#(".indexOf(spaced.charAt(i - 1)) >= 0;
            if (!beforeMark && !afterMark) {
                text.append(spaced.charAt(i));
                from.add(tags[i]);
            }
        }
        return marked(text.toString(), from.stream().mapToInt(Integer::intValue).toArray());
    }

    private static Case marked(String text, int[] tags) {
        Tokens tokens = Tokens.of(text);
        NameFeatures features = NameFeatures.of(tokens);
        int[][] each = new int[tokens.size()][];
        byte[] right = new byte[tokens.size()];
        for (int i = 0; i < tokens.size(); i++) {
            if (features.isCandidate(i)) {
                each[i] = features.of(i);
                right[i] = (byte) tags[tokens.get(i).start()];
            }
        }
        return new Case(each, right);
    }

    /** Names in drafts are marked where they identify; staff, towns and sites are known from the profile. */
    private static List<Case> drafts(Path folder) throws IOException {
        List<Case> cases = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".jsonl"))
                    .sorted()
                    .toList()) {
                JsonNode profile = new YAMLMapper()
                        .readTree(file.resolveSibling(
                                        file.getFileName().toString().replace(".jsonl", ".yaml"))
                                .toFile());
                Set<String> staff = words(profile.path("staffDirectory"), "name");
                staff.addAll(words(profile.path("authorizations"), "person"));
                Set<String> sites = words(profile.path("facilities"), "name");
                Set<String> towns = words(profile.path("townsInCounty"), "name");
                towns.addAll(List.of(
                        profile.path("town").asText().toLowerCase(Locale.ROOT).split(" ", -1)));
                for (String line : Files.readAllLines(file)) {
                    cases.add(draft(JSON.readTree(line), staff, sites, towns));
                }
            }
        }
        return cases;
    }

    private static Set<String> words(JsonNode list, String field) {
        Set<String> words = new HashSet<>();
        for (JsonNode entry : list) {
            String name = entry.path(field).asText().replaceFirst(",.*$", "").replaceFirst("\\(.*$", "");
            for (Token token : Tokens.of(name).list()) {
                if (token.isWord() && token.isCapitalised() && token.text().length() > 2) {
                    words.add(token.key());
                }
            }
        }
        return words;
    }

    private static Case draft(JsonNode line, Set<String> staff, Set<String> sites, Set<String> towns) {
        String original = line.get("text").asText();
        String text = NormalText.of(original).normal();
        int[] tags = new int[text.length() + 1];
        for (Token token : Tokens.of(text).list()) {
            if (token.isCapitalised() && token.isWord()) {
                String key = token.owner();
                int tag = staff.contains(key)
                        ? PERSON
                        : towns.contains(key) ? PLACE : sites.contains(key) ? ORGANIZATION : OTHER;
                Arrays.fill(tags, token.start(), token.end(), tag);
            }
        }
        for (JsonNode span : line.get("spans")) {
            String piece = original.substring(
                    original.offsetByCodePoints(0, span.get("start").asInt()),
                    original.offsetByCodePoints(0, span.get("end").asInt()));
            int at = text.indexOf(piece);
            String type = span.get("type").asText();
            if (at >= 0 && (type.equals("PERSON_NAME") || type.equals("LOCATION"))) {
                Arrays.fill(tags, at, at + piece.length(), type.equals("LOCATION") ? PLACE : PERSON);
            }
        }
        for (Token token : Tokens.of(text).list()) {
            if (TITLES.contains(token.key())) {
                tags[token.start()] = OTHER;
            }
        }
        return marked(text, tags);
    }

    private static final Set<String> TITLES =
            Set.of("mr", "mrs", "ms", "miss", "dr", "prof", "professor", "coach", "chief", "nurse", "don", "and");

    /** Sentences of our own with names put in. */
    private static final class Invention {

        private static final Pattern SLOT = Pattern.compile("\\{([nflpow])}");
        private final List<String> sentences;
        private final List<String> given = new ArrayList<>();
        private final List<String> family = new ArrayList<>();
        private final List<String> frequentGiven;
        private final List<String> frequentFamily;
        private final List<String> places = new ArrayList<>();
        private final List<String> organizations = new ArrayList<>();
        private final List<String> plain;
        private final List<String> worldGiven = new ArrayList<>();
        private final List<String> worldFamily = new ArrayList<>();
        private final Random random;

        Invention(Path dictionaries, Path own, Random random) throws IOException {
            this.random = random;
            sentences = Files.readAllLines(own.resolve("sentences.txt")).stream()
                    .filter(line -> !line.startsWith("# "))
                    .toList();
            for (String line : Files.readAllLines(own.resolve("names.txt"))) {
                if (!line.startsWith("# ")) {
                    Collections.addAll(
                            line.startsWith("F") ? worldGiven : worldFamily,
                            line.substring(2).split(" ", -1));
                }
            }
            frequentGiven = census(dictionaries.resolve("census1990_dist.female.first"), 1_000);
            frequentGiven.addAll(census(dictionaries.resolve("census1990_dist.male.first"), 700));
            frequentFamily = census(dictionaries.resolve("census1990_dist.all.last"), 4_000);
            given.addAll(census(dictionaries.resolve("census1990_dist.female.first"), 5_000));
            family.addAll(census(dictionaries.resolve("census1990_dist.all.last"), 90_000));
            for (String line : Files.readAllLines(dictionaries.resolve("us_cities.csv"))) {
                String[] fields = line.split(",", -1);
                if (fields.length > 3) {
                    places.add(fields[3].replace("\"", ""));
                }
            }
            for (String line :
                    Files.readAllLines(dictionaries.resolve("cms_hospitals.csv"), StandardCharsets.ISO_8859_1)) {
                String[] fields = line.split(",", -1);
                if (fields.length > 2 && fields[1].length() > 6) {
                    organizations.add(capitals(fields[1].replace("\"", "")));
                }
            }
            plain = new ArrayList<>();
            Matcher words = Pattern.compile("\"([a-z]{4,12})\": ")
                    .matcher(Files.readString(dictionaries.resolve("philter_whitelist_plus_fps_091718_nonames.json")));
            while (words.find()) {
                plain.add(words.group(1));
            }
        }

        private static List<String> census(Path file, int most) throws IOException {
            return new ArrayList<>(Files.readAllLines(file, StandardCharsets.US_ASCII).stream()
                    .limit(most)
                    .map(line -> capitals(line.trim().split("\\s+", -1)[0]))
                    .toList());
        }

        private static String capitals(String words) {
            StringBuilder text = new StringBuilder();
            for (String word : words.trim().split("\\s+", -1)) {
                if (!word.isEmpty()) {
                    text.append(text.length() == 0 ? "" : " ")
                            .append(word.charAt(0))
                            .append(word.substring(1).toLowerCase(Locale.ROOT));
                }
            }
            return text.toString();
        }

        List<Case> cases(int count) {
            List<Case> cases = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                StringBuilder text = new StringBuilder();
                List<Integer> tags = new ArrayList<>();
                int several = 1 + random.nextInt(3);
                for (int k = 0; k < several; k++) {
                    fill(pick(sentences), text, tags);
                    append(random.nextInt(3) == 0 ? "\n" : " ", OTHER, text, tags);
                }
                String cased = cased(text.toString());
                cases.add(
                        marked(cased, tags.stream().mapToInt(Integer::intValue).toArray()));
            }
            return cases;
        }

        /** Some people write without capitals, a few with nothing else. */
        private String cased(String text) {
            int dice = random.nextInt(100);
            String other = dice < 7 ? text.toLowerCase(Locale.ROOT) : dice < 10 ? text.toUpperCase(Locale.ROOT) : text;
            return other.length() == text.length() ? other : text;
        }

        private void fill(String sentence, StringBuilder text, List<Integer> tags) {
            Matcher slots = SLOT.matcher(sentence);
            int done = 0;
            while (slots.find()) {
                append(sentence.substring(done, slots.start()), OTHER, text, tags);
                done = slots.end();
                String after = sentence.substring(done);
                boolean thing = after.matches(
                        "(?s)(?:'s)? (?:disease|syndrome|sign|reflex|score|procedure|classification|criteria|report).*|-\\{l} syndrome.*");
                boolean site = after.matches("(?s) (?:Street|Avenue|Road|Museum|Hospital|University).*");
                int person = thing ? OTHER : site ? PLACE : PERSON;
                switch (slots.group(1)) {
                    case "n" -> append(whole(), PERSON, text, tags);
                    case "f" -> append(first(), person, text, tags);
                    case "l" -> append(last(), person, text, tags);
                    case "p" -> append(place(), PLACE, text, tags);
                    case "o" -> append(organization(), ORGANIZATION, text, tags);
                    default -> append(word(), OTHER, text, tags);
                }
            }
            append(sentence.substring(done), OTHER, text, tags);
        }

        private void append(String piece, int tag, StringBuilder text, List<Integer> tags) {
            text.append(piece);
            for (int i = 0; i < piece.length(); i++) {
                tags.add(tag);
            }
        }

        private String pick(List<String> list) {
            return list.get(random.nextInt(list.size()));
        }

        private String whole() {
            String middle = random.nextInt(8) == 0 ? " " + (char) ('A' + random.nextInt(26)) + "." : "";
            return first() + middle + " " + last();
        }

        private String first() {
            int dice = random.nextInt(10);
            return dice < 5
                    ? pick(frequentGiven)
                    : dice < 6 ? pick(given) : dice < 9 ? pick(worldGiven) : strange(pick(given));
        }

        private String last() {
            int dice = random.nextInt(10);
            return dice < 4
                    ? pick(frequentFamily)
                    : dice < 5 ? pick(family) : dice < 8 ? pick(worldFamily) : strange(pick(family));
        }

        /** A name that stands in no table. */
        private String strange(String name) {
            String other = pick(family).toLowerCase(Locale.ROOT);
            int cut = Math.max(1, name.length() / 2);
            return name.substring(0, cut) + other.substring(other.length() / 2);
        }

        private String place() {
            int dice = random.nextInt(10);
            if (dice < 4) {
                String[] countries = Locale.getISOCountries();
                return new Locale.Builder()
                        .setRegion(countries[random.nextInt(countries.length)])
                        .build()
                        .getDisplayCountry(Locale.ENGLISH);
            }
            return dice < 8 ? pick(places) : strange(pick(places));
        }

        private String organization() {
            int dice = random.nextInt(10);
            if (dice < 4) {
                return pick(organizations);
            }
            String name = dice < 7 ? last() : strange(capitals(pick(plain)));
            return switch (random.nextInt(6)) {
                case 0 -> name + " Ltd.";
                case 1 -> name + " Inc.";
                case 2 -> name + " Group";
                case 3 -> last() + " and " + last() + " LLC";
                case 4 -> capitals(pick(plain)) + " " + capitals(pick(plain));
                default -> dice < 7 ? name + " Foundation" : name;
            };
        }

        private String word() {
            String word = pick(plain);
            return random.nextInt(3) == 0 ? word : capitals(word);
        }
    }

    private void train(List<Case> cases) {
        for (int round = 0; round < ROUNDS; round++) {
            Collections.shuffle(cases, random);
            int wrong = 0;
            for (Case each : cases) {
                byte[] guess = best(each.features());
                wrong += Arrays.equals(guess, each.tags()) ? 0 : 1;
                if (!Arrays.equals(guess, each.tags())) {
                    learn(each, guess);
                }
                time++;
            }
            System.out.printf(Locale.ROOT, "round %d: %d of %d texts wrong%n", round + 1, wrong, cases.size());
        }
    }

    private void learn(Case each, byte[] guess) {
        for (int i = 0; i < guess.length; i++) {
            if (guess[i] != each.tags()[i]) {
                for (int feature : each.features()[i]) {
                    change(weights, sums, feature * TAGS + each.tags()[i], 1);
                    change(weights, sums, feature * TAGS + guess[i], -1);
                }
            }
            if (i > 0) {
                change(transitions, transitionSums, each.tags()[i - 1] * TAGS + each.tags()[i], 1);
                change(transitions, transitionSums, guess[i - 1] * TAGS + guess[i], -1);
            }
        }
    }

    private void change(int[] values, long[] totals, int at, int by) {
        values[at] += by;
        totals[at] += time * by;
    }

    private byte[] best(int[][] features) {
        int n = features.length;
        byte[][] from = new byte[n][TAGS];
        long[] path = new long[TAGS];
        Arrays.fill(path, Long.MIN_VALUE / 4);
        path[OTHER] = 0;
        for (int i = 0; i < n; i++) {
            long[] next = new long[TAGS];
            Arrays.fill(next, Long.MIN_VALUE / 4);
            int tags = features[i] == null ? 1 : TAGS;
            for (int tag = 0; tag < tags; tag++) {
                long own = 0;
                if (features[i] != null) {
                    for (int feature : features[i]) {
                        own += weights[feature * TAGS + tag];
                    }
                }
                for (byte before = 0; before < TAGS; before++) {
                    long sum = path[before] + transitions[before * TAGS + tag] + own;
                    if (sum > next[tag]) {
                        next[tag] = sum;
                        from[i][tag] = before;
                    }
                }
            }
            path = next;
        }
        byte tag = 0;
        for (byte other = 1; other < TAGS; other++) {
            tag = path[other] > path[tag] ? other : tag;
        }
        byte[] tags = new byte[n];
        for (int i = n - 1; i >= 0; i--) {
            tags[i] = tag;
            tag = from[i][tag];
        }
        return tags;
    }

    /** The mean over all steps generalises; it is kept in hundredths until it is written. */
    private void average() {
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (int) Math.round(100.0 * (weights[i] - (double) sums[i] / time));
        }
        for (int i = 0; i < transitions.length; i++) {
            transitions[i] = (int) Math.round(100.0 * (transitions[i] - (double) transitionSums[i] / time));
        }
    }

    private double measure(List<Case> kept) {
        int found = 0;
        int marked = 0;
        int right = 0;
        for (Case each : kept) {
            byte[] guess = best(each.features());
            for (int i = 0; i < guess.length; i++) {
                marked += each.tags()[i] == PERSON ? 1 : 0;
                found += guess[i] == PERSON ? 1 : 0;
                right += guess[i] == PERSON && each.tags()[i] == PERSON ? 1 : 0;
            }
        }
        System.out.printf(
                Locale.ROOT,
                "tweets kept apart: %d words of names, recall %.3f, precision %.3f%n",
                marked,
                (double) right / marked,
                (double) right / found);
        return (double) right / marked;
    }

    private void write(Path target, double share) throws IOException {
        int largest = Arrays.stream(weights).map(Math::abs).max().orElse(1);
        double step = Math.min(largest, 2_000) / 127.0;
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
        try (DataOutputStream out =
                new DataOutputStream(new DeflaterOutputStream(Files.newOutputStream(target), deflater))) {
            out.writeDouble(step / 100);
            for (int transition : transitions) {
                out.writeInt((int) Math.round(transition / step));
            }
            for (int weight : weights) {
                out.writeByte((int) Math.max(-127, Math.min(127, Math.round(weight / step))));
            }
        } finally {
            deflater.end();
        }
        System.out.printf(Locale.ROOT, "%d bytes, %.3f of names found%n", Files.size(target), share);
    }
}
