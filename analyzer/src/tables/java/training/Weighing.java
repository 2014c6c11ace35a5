import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.imprimatur.analyzer.meaning.Features;
import org.imprimatur.analyzer.meaning.Ground;
import org.imprimatur.analyzer.meaning.LinearModel;
import org.imprimatur.analyzer.meaning.Stack;
import org.imprimatur.analyzer.meaning.Weights;

/**
 * Trains the linear model, and the curve that weighs it, the encoder and the cues against each other: DRAFTS SCORES
 * MODEL. Both by scores of models that had not seen the draft's organization. Prints how all that does on unseen
 * organizations. The same files give the same bytes.
 */
final class Weighing {

    private static final double FALSE_HOLDS = Double.parseDouble(System.getProperty("false-holds", "0.05"));
    /** Posts that link to pages of others pass on headlines, which the drafts lack; set by measuring real ones. */
    private static final float STRANGE = -6;

    private static final int ROUNDS = 20;
    private static final double RATE = 0.03;
    private static final double SHRINK = 1e-4;
    private static final double SHARPNESS = 3;
    private static final double RIDGE = 2;
    private static final int DESCENTS = 3_000;

    /** A draft and what the curve weighs. */
    private record Case(JudgedDraft draft, double[] inputs) {}

    private record Example(int[] buckets, float[] values, boolean hold) {}

    public static void main(String[] args) throws IOException {
        List<JudgedDraft> drafts = JudgedDraft.readAll(Path.of(args[0]));
        Map<String, double[]> encoder = new HashMap<>();
        for (String line : Files.readAllLines(Path.of(args[1]))) {
            String[] parts = line.split("\t", -1);
            encoder.put(
                    String.join("\t", parts[0], parts[1], parts[2]),
                    Arrays.stream(parts, 3, parts.length)
                            .mapToDouble(Double::parseDouble)
                            .toArray());
        }
        Map<String, LinearModel> without = new TreeMap<>();
        List<JudgedDraft> scored = drafts.stream()
                .filter(draft -> encoder.containsKey(draft.key()))
                .toList();
        for (JudgedDraft draft : scored) {
            without.computeIfAbsent(
                    draft.organization(),
                    out -> fit(drafts.stream()
                            .filter(one -> !one.organization().equals(out))
                            .toList()));
        }
        List<Case> cases = scored.stream()
                .map(draft -> new Case(
                        draft,
                        Stack.inputs(
                                encoder.get(draft.key())[0],
                                Arrays.copyOfRange(encoder.get(draft.key()), 1, 1 + Ground.values().length),
                                without.get(draft.organization()).score(draft.reading()),
                                draft.reading(),
                                draft.evidence())))
                .toList();
        Map<String, double[]> unseen = new TreeMap<>();
        for (String organization : without.keySet()) {
            unseen.put(
                    organization,
                    curve(cases.stream()
                            .filter(one -> !one.draft().organization().equals(organization))
                            .toList()));
        }
        double[] odds = cases.stream()
                .mapToDouble(one -> odds(unseen.get(one.draft().organization()), one.inputs()))
                .toArray();
        double threshold = threshold(cases, odds);
        report(cases, odds, threshold);
        double[] curve = curve(cases);
        float[] weights = new float[Stack.INPUTS];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (float) curve[i];
        }
        weights[2] = STRANGE;
        Stack stack = Stack.of(weights, (float) curve[Stack.INPUTS], (float) threshold);
        System.out.println(stack);
        try (DataOutputStream out = new DataOutputStream(new DeflaterOutputStream(
                Files.newOutputStream(Path.of(args[2])), new Deflater(Deflater.BEST_COMPRESSION)))) {
            fit(drafts).write(out);
            stack.write(out);
        }
    }

    /** Logistic regression by AdaGrad over the shuffled drafts, each as its organization knows it. */
    private static LinearModel fit(List<JudgedDraft> drafts) {
        List<JudgedDraft> known = drafts.stream().filter(JudgedDraft::known).toList();
        List<Features> features =
                known.stream().map(one -> Features.of(one.reading())).toList();
        byte[] rarities = rarities(features);
        List<Example> examples = IntStream.range(0, known.size())
                .mapToObj(i -> new Example(
                        features.get(i).buckets(),
                        features.get(i).values(rarities),
                        known.get(i).hold()))
                .toList();
        double[] weights = new double[Features.BUCKETS];
        double[] seen = new double[Features.BUCKETS];
        Arrays.fill(seen, 1e-6);
        double bias = 0;
        List<Example> order = new ArrayList<>(examples);
        Random random = new Random(1);
        for (int round = 0; round < ROUNDS; round++) {
            Collections.shuffle(order, random);
            for (Example example : order) {
                int[] at = example.buckets();
                double score = bias;
                for (int k = 0; k < at.length; k++) {
                    score += weights[at[k]] * example.values()[k];
                }
                double error = logistic(score * SHARPNESS) - (example.hold() ? 1 : 0);
                bias -= 0.02 * error;
                for (int k = 0; k < at.length; k++) {
                    double slope = error * SHARPNESS * example.values()[k] + SHRINK * weights[at[k]];
                    seen[at[k]] += slope * slope;
                    weights[at[k]] -= RATE * slope / Math.sqrt(seen[at[k]]);
                }
            }
        }
        return LinearModel.of(rarities, Weights.of(weights, bias));
    }

    private static byte[] rarities(List<Features> features) {
        int[] having = new int[Features.BUCKETS];
        features.forEach(one -> Arrays.stream(one.buckets()).forEach(bucket -> having[bucket]++));
        byte[] rarities = new byte[Features.BUCKETS];
        for (int i = 0; i < rarities.length; i++) {
            rarities[i] = (byte) Math.min(
                    Byte.MAX_VALUE, Math.round(16 * StrictMath.log((features.size() + 1.0) / (having[i] + 1))));
        }
        return rarities;
    }

    /** Logistic regression with a ridge, by Adam over all drafts that the model decides; the bias comes last. */
    private static double[] curve(List<Case> cases) {
        List<Case> open =
                cases.stream().filter(one -> !one.draft().heldAnyway()).toList();
        int size = Stack.INPUTS + 1;
        double[] weights = new double[size];
        double[] mean = new double[size];
        double[] square = new double[size];
        for (int step = 1; step <= DESCENTS; step++) {
            double[] slope = new double[size];
            for (Case one : open) {
                double error =
                        logistic(odds(weights, one.inputs())) - (one.draft().hold() ? 1 : 0);
                for (int k = 0; k < size - 1; k++) {
                    slope[k] += error * one.inputs()[k];
                }
                slope[size - 1] += error;
            }
            for (int k = 0; k < size; k++) {
                double ridge = k < size - 1 ? RIDGE * weights[k] : 0;
                double own = (slope[k] + ridge) / open.size();
                mean[k] = 0.9 * mean[k] + 0.1 * own;
                square[k] = 0.999 * square[k] + 0.001 * own * own;
                double rate = 0.02 / (1 - Math.pow(0.9, step));
                weights[k] -= rate * mean[k] / (Math.sqrt(square[k] / (1 - Math.pow(0.999, step))) + 1e-9);
                if (isCue(k)) {
                    weights[k] = Math.max(0, weights[k]);
                }
            }
        }
        return weights;
    }

    private static double odds(double[] weights, double[] inputs) {
        double odds = weights[inputs.length];
        for (int k = 0; k < inputs.length; k++) {
            odds += weights[k] * inputs[k];
        }
        return odds;
    }

    private static double logistic(double x) {
        return 1 / (1 + StrictMath.exp(-x));
    }

    /** The odds from which false holds stay within the bound where the organization is known. */
    private static double threshold(List<Case> cases, double[] odds) {
        int[] clear = IntStream.range(0, cases.size())
                .filter(i ->
                        cases.get(i).draft().known() && !cases.get(i).draft().hold())
                .toArray();
        long already = Arrays.stream(clear)
                .filter(i -> cases.get(i).draft().heldAnyway())
                .count();
        double[] others = Arrays.stream(clear)
                .filter(i -> !cases.get(i).draft().heldAnyway())
                .mapToDouble(i -> odds[i])
                .sorted()
                .toArray();
        int more = (int) Math.max(0, Math.floor(FALSE_HOLDS * clear.length) - already);
        return others[others.length - 1 - more] + 1e-5;
    }

    private static void report(List<Case> cases, double[] odds, double threshold) {
        System.out.println("\n| unseen organizations | held | without a profile |\n|---|---|---|");
        row("clear drafts", cases, odds, threshold, draft -> !draft.hold());
        row("drafts to hold", cases, odds, threshold, JudgedDraft::hold);
        for (Ground ground : Ground.values()) {
            row(ground.name(), cases, odds, threshold, draft -> draft.grounds().contains(ground));
        }
        cases.stream().map(one -> one.draft().organization()).distinct().forEach(name -> {
            row(
                    name + ", clear",
                    cases,
                    odds,
                    threshold,
                    draft -> !draft.hold() && draft.organization().equals(name));
            row(
                    name + ", to hold",
                    cases,
                    odds,
                    threshold,
                    draft -> draft.hold() && draft.organization().equals(name));
        });
    }

    private interface Which {
        boolean holds(JudgedDraft draft);
    }

    private static void row(String name, List<Case> cases, double[] odds, double threshold, Which which) {
        StringBuilder row = new StringBuilder("| " + name + " |");
        for (boolean known : new boolean[] {true, false}) {
            int[] those = IntStream.range(0, cases.size())
                    .filter(i -> cases.get(i).draft().known() == known
                            && which.holds(cases.get(i).draft()))
                    .toArray();
            long held = Arrays.stream(those)
                    .filter(i -> cases.get(i).draft().heldAnyway() || odds[i] >= threshold)
                    .count();
            row.append(
                    String.format(Locale.ROOT, " %.3f (%d of %d) |", (double) held / those.length, held, those.length));
        }
        System.out.println(row);
    }

    /** Of three inputs of a ground the first two; a cue may tell nothing more, but never speaks against holding. */
    private static boolean isCue(int input) {
        return input > 2 && input < Stack.INPUTS && input % 3 < 2;
    }
}
