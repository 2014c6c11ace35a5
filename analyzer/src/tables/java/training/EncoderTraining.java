import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.imprimatur.analyzer.encoder.Encoder;
import org.imprimatur.analyzer.encoder.Prompt;
import org.imprimatur.analyzer.meaning.Ground;
import org.imprimatur.analyzer.meaning.TunedModel;

/**
 * Trains the upper layers of the encoder and its heads on a folder of judged drafts: DRAFTS LATER FIRST MODEL SCORES.
 * First on all organizations but those of LATER, to learn how drafts of unseen organizations score; what came of it is
 * kept in FIRST, so that a run that was cut goes on from there. Then it goes on with all of them.
 */
final class EncoderTraining {

    private static final int LOWEST = 4;
    private static final int FIRST_ROUNDS = 2;
    private static final float FIRST_RATE = 1e-4f;
    private static final int MORE_ROUNDS = 1;
    private static final float MORE_RATE = 6e-5f;
    private static final int BATCH = 16;
    private static final float GROUND = 0.2f;
    private static final float PIECE = 2;
    private static final float UNKNOWN = 0.25f;
    private static final String BELOW = "/encoder/layer." + (LOWEST - 1) + "/output/LayerNorm/Add_1_output_0";

    /** A draft read by the layers below, with the profile and without. */
    private record Example(JudgedDraft draft, Prompt prompt, float[] below) {
        UpperLayers.Row row() {
            return new UpperLayers.Row(below, prompt.text());
        }
    }

    public static void main(String[] args) throws IOException {
        byte[] model = Encoder.model();
        Encoder below = Encoder.of(OnnxWeights.withOutput(model, BELOW), List.of());
        OnnxWeights weights = OnnxWeights.of(model);
        List<Example> examples = JudgedDraft.readAll(Path.of(args[0])).parallelStream()
                .map(draft -> {
                    Prompt prompt = below.prompts(
                                    TunedModel.words(draft.reading()),
                                    draft.reading().context(),
                                    1)
                            .get(0);
                    return new Example(draft, prompt, below.read(prompt, BELOW));
                })
                .toList();
        Set<String> later = Set.of(args[1].split(","));
        List<Example> unseen = examples.stream()
                .filter(one -> later.contains(one.draft().organization()))
                .toList();
        List<Example> scored =
                unseen.stream().filter(one -> !one.draft().isAboutOne()).toList();
        UpperLayers layers = new UpperLayers(weights, LOWEST);
        Path first = Path.of(args[2]);
        if (Files.exists(first)) {
            layers.restore(first);
        } else {
            List<Example> seen = examples.stream()
                    .filter(one -> !later.contains(one.draft().organization()))
                    .toList();
            train(layers, seen, FIRST_ROUNDS, FIRST_RATE, unseen);
            layers.keep(first);
        }
        try (PrintWriter scores = new PrintWriter(Files.newBufferedWriter(Path.of(args[4])))) {
            for (Example one : scored) {
                scores.print(one.draft().key());
                for (float score : scores(layers, one)) {
                    scores.print("\t" + score);
                }
                scores.println();
            }
        }
        train(layers, examples, MORE_ROUNDS, MORE_RATE, List.of());
        try (DataOutputStream out = new DataOutputStream(new DeflaterOutputStream(
                Files.newOutputStream(Path.of(args[3])), new Deflater(Deflater.BEST_COMPRESSION)))) {
            layers.write(out);
        }
        layers.close();
    }

    /** For holding, then for every ground. */
    private static float[] scores(UpperLayers layers, Example example) {
        try (NDManager scope = layers.manager().newSubManager()) {
            return layers.scores(scope, List.of(example.row()), false).whole().toFloatArray();
        }
    }

    private static void train(
            UpperLayers layers, List<Example> examples, int rounds, float rate, List<Example> unseen) {
        Map<String, List<Example>> drafts = new TreeMap<>();
        for (Example example : examples) {
            String name =
                    example.draft().organization() + "\t" + example.draft().id();
            drafts.computeIfAbsent(name, none -> new ArrayList<>()).add(example);
        }
        Random random = new Random(1);
        int rows = drafts.values().stream().mapToInt(views -> views.size() - 1).sum();
        int perRound = (rows + BATCH - 1) / BATCH;
        Adam adam = new Adam(layers, rate, rounds * perRound);
        for (int round = 0; round < rounds; round++) {
            double loss = 0;
            for (List<Example> batch : batches(drafts, random)) {
                loss += follow(layers, batch);
                adam.step();
            }
            System.out.printf(
                    "round %d of %d, mean loss %.3f, area under the curve of unseen organizations %.3f, judged otherwise %.3f%n",
                    round + 1, rounds, loss / perRound, area(layers, unseen), otherwise(layers, unseen));
        }
    }

    /** How often a draft to hold scores higher than a clear one, each with its profile. */
    private static double area(UpperLayers layers, List<Example> examples) {
        List<Example> known =
                examples.stream().filter(one -> one.draft().known()).toList();
        double[] held = known.stream()
                .filter(one -> one.draft().hold())
                .mapToDouble(one -> scores(layers, one)[0])
                .toArray();
        double[] clear = known.stream()
                .filter(one -> !one.draft().hold())
                .mapToDouble(one -> scores(layers, one)[0])
                .sorted()
                .toArray();
        double below = 0;
        for (double one : held) {
            int place = Arrays.binarySearch(clear, one);
            below += place < 0 ? -place - 1 : place;
        }
        return below / held.length / clear.length;
    }

    /** How often a draft scores higher for contradicting the protocol that it does contradict than for the other. */
    private static double otherwise(UpperLayers layers, List<Example> examples) {
        Map<String, double[]> scores = new TreeMap<>();
        int ground = 1 + Ground.PROTOCOL_CONTRADICTION.ordinal();
        for (Example one : examples) {
            if (one.draft().isAboutOne()) {
                scores.computeIfAbsent(one.draft().organization() + one.draft().id(), none -> new double[2])[
                                one.draft().grounds().contains(Ground.PROTOCOL_CONTRADICTION) ? 1 : 0] =
                        scores(layers, one)[ground];
            }
        }
        return scores.values().stream()
                .mapToInt(pair -> pair[1] > pair[0] ? 1 : 0)
                .average()
                .orElse(Double.NaN);
    }

    /**
     * Every draft once, mostly as its organization knows it, and where there is another protocol once with that and once with
     * its own; those of about the same length together.
     */
    private static List<List<Example>> batches(Map<String, List<Example>> drafts, Random random) {
        List<Example> all = new ArrayList<>();
        for (List<Example> views : drafts.values()) {
            all.add(views.get(random.nextFloat() < UNKNOWN ? 1 : 0));
            all.addAll(views.subList(2, views.size()));
        }
        Collections.shuffle(all, random);
        List<List<Example>> batches = new ArrayList<>();
        int some = BATCH * 20;
        for (int start = 0; start < all.size(); start += some) {
            List<Example> near = new ArrayList<>(all.subList(start, Math.min(all.size(), start + some)));
            near.sort(Comparator.comparingInt(one -> one.row().length()));
            for (int i = 0; i < near.size(); i += BATCH) {
                batches.add(near.subList(i, Math.min(near.size(), i + BATCH)));
            }
        }
        Collections.shuffle(batches, random);
        return batches;
    }

    private static float follow(UpperLayers layers, List<Example> batch) {
        List<UpperLayers.Row> rows = batch.stream().map(Example::row).toList();
        int size = rows.size();
        int longest = rows.stream().mapToInt(UpperLayers.Row::length).max().orElse(1);
        float[] whole = new float[size * UpperLayers.OUTPUTS];
        float[] pieces = new float[size * longest * UpperLayers.TELLINGS];
        float[] ofText = new float[size * longest];
        float counted = 0;
        for (int i = 0; i < size; i++) {
            JudgedDraft draft = batch.get(i).draft();
            Prompt prompt = batch.get(i).prompt();
            whole[i * UpperLayers.OUTPUTS] = draft.hold() ? 1 : 0;
            for (Ground ground : draft.grounds()) {
                whole[i * UpperLayers.OUTPUTS + 1 + ground.ordinal()] = 1;
            }
            for (int t = 0; t < prompt.text(); t++) {
                int at = i * longest + t;
                ofText[at] = 1;
                counted++;
                int word = prompt.words()[t] - 1;
                for (int k = 0; k < UpperLayers.TELLINGS && word >= 0; k++) {
                    pieces[at * UpperLayers.TELLINGS + k] = draft.tellings()[word] >> k & 1;
                }
            }
        }
        float[] weights = weights(batch);
        try (NDManager scope = layers.manager().newSubManager();
                GradientCollector gradients = Engine.getEngine("PyTorch").newGradientCollector()) {
            UpperLayers.Scores scores = layers.scores(scope, rows, true);
            NDArray ofWhole = loss(scores.whole(), scope.create(whole, new Shape(size, UpperLayers.OUTPUTS)))
                    .mul(scope.create(weights, new Shape(size, UpperLayers.OUTPUTS)))
                    .sum()
                    .div(scope.create((float) size));
            NDArray ofPieces = loss(
                            scores.pieces(), scope.create(pieces, new Shape(size, longest, UpperLayers.TELLINGS)))
                    .mul(scope.create(ofText, new Shape(size, longest, 1)))
                    .sum()
                    .mul(scope.create(PIECE / counted));
            NDArray loss = ofWhole.add(ofPieces);
            gradients.backward(loss);
            return loss.getFloat();
        }
    }

    /**
     * What each score of each draft counts. What is read with one protocol teaches whether it contradicts that one and nothing
     * else: how wrong things are said stays a sign that a draft is to be held.
     */
    private static float[] weights(List<Example> batch) {
        float[] weights = new float[batch.size() * UpperLayers.OUTPUTS];
        for (int i = 0; i < batch.size(); i++) {
            int start = i * UpperLayers.OUTPUTS;
            if (batch.get(i).draft().isAboutOne()) {
                weights[start + 1 + Ground.PROTOCOL_CONTRADICTION.ordinal()] = 1;
            } else {
                Arrays.fill(weights, start, start + UpperLayers.OUTPUTS, GROUND);
                weights[start] = 1;
            }
        }
        return weights;
    }

    /** Cross-entropy of scores, in a form that never overflows. */
    private static NDArray loss(NDArray scores, NDArray truth) {
        return scores.maximum(UpperLayers.number(scores, 0))
                .sub(scores.mul(truth))
                .add(scores.abs().neg().exp().add(1).log());
    }
}
