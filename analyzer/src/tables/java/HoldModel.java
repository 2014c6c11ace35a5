import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.imprimatur.analyzer.adapters.Policies;
import org.imprimatur.analyzer.detect.Detectors;
import org.imprimatur.analyzer.detect.KnownOrganization;
import org.imprimatur.analyzer.detect.Masking;
import org.imprimatur.analyzer.detect.Screening;
import org.imprimatur.analyzer.draft.Authorization;
import org.imprimatur.analyzer.draft.Draft;
import org.imprimatur.analyzer.draft.DraftKind;
import org.imprimatur.analyzer.draft.FindingKind;
import org.imprimatur.analyzer.judge.Judge;
import org.imprimatur.analyzer.judge.Judgement;
import org.imprimatur.analyzer.judge.Route;
import org.imprimatur.analyzer.judge.Watch;
import org.imprimatur.analyzer.judge.World;
import org.imprimatur.analyzer.meaning.Features;
import org.imprimatur.analyzer.meaning.Ground;
import org.imprimatur.analyzer.meaning.LinearModel;
import org.imprimatur.analyzer.meaning.LinearModel.Curve;
import org.imprimatur.analyzer.meaning.Opinion;
import org.imprimatur.analyzer.meaning.Reading;
import org.imprimatur.analyzer.meaning.Weights;
import org.imprimatur.analyzer.policy.Account;
import org.imprimatur.analyzer.policy.Policy;
import org.imprimatur.analyzer.wire.Profile;

/**
 * Trains the model of {@code analyzer.meaning} on a folder of judged drafts (NAME.jsonl beside NAME.yaml, a pair for each
 * organization), and prints how rules and model do together on organizations that the model did not see; see NOTICE for
 * the command. Further files are only measured. The same folder gives the same bytes.
 */
final class HoldModel {

    private static final double FALSE_HOLDS = 0.08;
    private static final int ROUNDS = 30;
    private static final double RATE = 0.03;
    private static final double SHRINK = 1e-4;
    private static final double SHARPNESS = 3;
    private static final LocalDate TODAY = LocalDate.of(2026, 10, 1);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** A draft that people judged; {@code byRules} is what the engine says of it without the model. */
    private record Case(
            int organization,
            boolean hold,
            Set<String> reasons,
            boolean heldByRules,
            Set<String> byRules,
            Set<FindingKind> sure,
            Reading reading) {}

    /** A case and what the model, which may not have seen its organization, thinks of it. */
    private record Outcome(Case of, Opinion opinion) {
        boolean held() {
            return of.heldByRules() || opinion.confidence() >= 0.5;
        }

        boolean names(String reason) {
            boolean byModel = opinion.confidence() >= 0.5
                    && opinion.ground().kind().name().equals(reason);
            return byModel || of.byRules().contains(reason);
        }
    }

    private record Example(int[] buckets, float[] values) {}

    public static void main(String[] args) throws IOException {
        List<Case> cases = new ArrayList<>();
        int organizations = 0;
        for (Path file : drafts(Path.of(args[0]))) {
            cases.addAll(read(file, organizations++));
        }
        List<LinearModel> withoutOne = new ArrayList<>();
        for (int i = 0; i < organizations; i++) {
            int unseen = i;
            withoutOne.add(fit(
                    cases.stream().filter(one -> one.organization() != unseen).toList()));
        }
        double[] scores = cases.stream()
                .mapToDouble(one -> withoutOne.get(one.organization()).score(one.reading()))
                .toArray();
        Curve curve = curve(cases, scores);
        report(
                "unseen organizations, leaving one out",
                cases.stream()
                        .map(one -> new Outcome(
                                one,
                                withoutOne.get(one.organization()).with(curve).opinion(one.reading())))
                        .toList());
        LinearModel model = fit(cases).with(curve);
        try (DataOutputStream out = new DataOutputStream(new DeflaterOutputStream(
                Files.newOutputStream(Path.of(args[1])), new Deflater(Deflater.BEST_COMPRESSION)))) {
            model.write(out);
        }
        for (String more : Arrays.asList(args).subList(2, args.length)) {
            report(
                    Path.of(more).getParent().getFileName().toString(),
                    read(Path.of(more), -1).stream()
                            .map(one -> new Outcome(one, model.opinion(one.reading())))
                            .toList());
        }
    }

    private static List<Path> drafts(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jsonl"))
                    .sorted()
                    .toList();
        }
    }

    private static Profile profile(Path file) throws IOException {
        for (String name : List.of(file.getFileName().toString().replace(".jsonl", ".yaml"), "organization.yaml")) {
            if (Files.exists(file.resolveSibling(name))) {
                return Profile.read(file.resolveSibling(name));
            }
        }
        return Profile.EMPTY;
    }

    private static List<Case> read(Path file, int organization) throws IOException {
        Profile profile = profile(file);
        KnownOrganization known = KnownOrganization.of(profile.organization());
        Policy policy = Policies.healthcareUs();
        Judge judge = new Judge(Detectors.rules(), Watch.PATIENT);
        List<Case> cases = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            JsonNode json = JSON.readTree(line);
            String id = json.path("authorizationId").asText("null");
            List<Authorization> attached = profile.authorizations().stream()
                    .filter(authorization -> authorization.id().equals(id))
                    .toList();
            List<String> unknown = id.equals("null") || !attached.isEmpty() ? List.of() : List.of(id);
            DraftKind kind = json.path("kind").asText().equals("reply") ? DraftKind.REPLY : DraftKind.POST;
            String text = json.path("text").asText();
            Draft draft = new Draft("p", 1, "", kind, Optional.empty(), text, Map.of(), List.of(), attached, "");
            Judgement judgement = judge.judge(
                    draft,
                    new World(Optional.of(policy), Optional.of(known), Optional.of(Account.NONE), unknown, "", TODAY));
            Set<String> reasons = new TreeSet<>();
            json.path("reasons").forEach(reason -> reasons.add(reason.asText()));
            Set<String> byRules = new TreeSet<>();
            judgement.reasons().forEach(reason -> byRules.add(reason.name()));
            Set<FindingKind> sure = EnumSet.noneOf(FindingKind.class);
            judgement.findings().stream()
                    .filter(finding -> finding.confidence() >= 0.5)
                    .forEach(finding -> sure.add(finding.kind()));
            boolean hold = json.path("label").asText().equals("hold");
            Reading reading = Masking.read(Screening.of(draft, known, TODAY));
            cases.add(new Case(organization, hold, reasons, judgement.route() == Route.HELD, byRules, sure, reading));
        }
        return cases;
    }

    /** Trains on the cases; the curve is left to whoever knows cross-validated scores. */
    private static LinearModel fit(List<Case> cases) {
        List<Features> features =
                cases.stream().map(one -> Features.of(one.reading())).toList();
        byte[] rarities = rarities(features);
        List<Example> examples = features.stream()
                .map(one -> new Example(one.buckets(), one.values(rarities)))
                .toList();
        Weights hold = weights(examples, i -> cases.get(i).hold(), Features.BUCKETS);
        int[] held = IntStream.range(0, cases.size())
                .filter(i -> cases.get(i).hold())
                .toArray();
        List<Example> ofHeld = Arrays.stream(held).mapToObj(examples::get).toList();
        Map<Ground, Weights> grounds = new EnumMap<>(Ground.class);
        for (Ground ground : Ground.values()) {
            IntPredicate has = i -> cases.get(held[i]).reasons().contains(ground.name());
            grounds.put(ground, weights(ofHeld, has, LinearModel.FOLDED));
        }
        return LinearModel.of(rarities, hold, grounds, new Curve(1, 0));
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

    /** Logistic regression by AdaGrad over shuffled examples. */
    private static Weights weights(List<Example> examples, IntPredicate positive, int buckets) {
        double[] weights = new double[buckets];
        double[] seen = new double[buckets];
        Arrays.fill(seen, 1e-6);
        double bias = 0;
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, examples.size()).boxed().toList());
        Random random = new Random(1);
        for (int round = 0; round < ROUNDS; round++) {
            Collections.shuffle(order, random);
            for (int i : order) {
                int[] at = examples.get(i).buckets();
                float[] values = examples.get(i).values();
                double score = bias;
                for (int k = 0; k < at.length; k++) {
                    score += weights[at[k] & (buckets - 1)] * values[k];
                }
                double error = logistic(score * SHARPNESS) - (positive.test(i) ? 1 : 0);
                bias -= 0.02 * error;
                for (int k = 0; k < at.length; k++) {
                    int bucket = at[k] & (buckets - 1);
                    double slope = error * SHARPNESS * values[k] + SHRINK * weights[bucket];
                    seen[bucket] += slope * slope;
                    weights[bucket] -= RATE * slope / Math.sqrt(seen[bucket]);
                }
            }
        }
        return Weights.of(weights, bias);
    }

    /** Platt's curve through cross-validated scores, and the score from which false holds stay within the bound. */
    private static Curve curve(List<Case> cases, double[] scores) {
        double slope = 1;
        double shift = 0;
        for (int round = 0; round < 5_000; round++) {
            double bySlope = 0;
            double byShift = 0;
            for (int i = 0; i < scores.length; i++) {
                double error =
                        logistic(slope * scores[i] + shift) - (cases.get(i).hold() ? 1 : 0);
                bySlope += error * scores[i];
                byShift += error;
            }
            slope -= 2 * bySlope / scores.length;
            shift -= 2 * byShift / scores.length;
        }
        List<Case> clear = cases.stream().filter(one -> !one.hold()).toList();
        long already = clear.stream().filter(Case::heldByRules).count();
        double[] others = IntStream.range(0, scores.length)
                .filter(i -> !cases.get(i).hold() && !cases.get(i).heldByRules())
                .mapToDouble(i -> scores[i])
                .sorted()
                .toArray();
        int more = (int) Math.max(0, Math.floor(FALSE_HOLDS * clear.size()) - already);
        double threshold = others[others.length - 1 - more] + 1e-5;
        System.out.printf(
                Locale.ROOT,
                "slope %.3f, held from score %.3f, which is a probability of %.2f among these drafts%n",
                slope,
                threshold,
                logistic(slope * threshold + shift));
        return new Curve((float) slope, (float) threshold);
    }

    private static double logistic(double x) {
        return 1 / (1 + StrictMath.exp(-x));
    }

    private static void report(String name, List<Outcome> outcomes) {
        System.out.println("\n| " + name + " | held | rules alone |\n|---|---|---|");
        List<Outcome> clear = outcomes.stream().filter(one -> !one.of().hold()).toList();
        List<Outcome> hold = outcomes.stream().filter(one -> one.of().hold()).toList();
        row("clear drafts (false holds)", clear, "");
        if (hold.isEmpty()) {
            return;
        }
        row("drafts to hold", hold, "");
        for (Ground ground : Ground.values()) {
            List<Outcome> those = hold.stream()
                    .filter(one -> one.of().reasons().contains(ground.name()))
                    .toList();
            long named = those.stream().filter(one -> one.names(ground.name())).count();
            row(ground.name(), those, String.format(Locale.ROOT, "; reason named %d", named));
        }
    }

    private static void row(String name, List<Outcome> outcomes, String remark) {
        int all = outcomes.size();
        System.out.println("| " + name + " | "
                + wilson(outcomes.stream().filter(Outcome::held).count(), all) + remark + " | "
                + wilson(outcomes.stream().filter(one -> one.of().heldByRules()).count(), all) + " |");
    }

    /** The share and its 95 % interval after Wilson. */
    private static String wilson(long some, int all) {
        double z = 1.96;
        double share = (double) some / all;
        double middle = (share + z * z / (2 * all)) / (1 + z * z / all);
        double half = z * Math.sqrt(share * (1 - share) / all + z * z / (4.0 * all * all)) / (1 + z * z / all);
        return String.format(
                Locale.ROOT, "%.3f [%.3f, %.3f] (%d of %d)", share, middle - half, middle + half, some, all);
    }
}
