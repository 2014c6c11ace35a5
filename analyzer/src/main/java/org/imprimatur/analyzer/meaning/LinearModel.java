package org.imprimatur.analyzer.meaning;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.zip.InflaterInputStream;

/**
 * Says how much a text reads like those that people held, and for which ground. Immutable, thread-safe; gives the same
 * opinion of the same reading on every machine.
 */
public final class LinearModel {

    /** Buckets that the grounds' weights are folded into. */
    public static final int FOLDED = 1 << 14;

    /**
     * How much more a draft must say that links to somebody else's page. Such drafts pass on other people's headlines, of
     * which there are hardly any among the training drafts, so that the model would take the unfamiliar for the worse.
     */
    private static final double ELSEWHERE = 0.75;

    private static final String RESOURCE = "holds.z";

    private final byte[] rarities;
    private final Weights hold;
    private final Map<Ground, Weights> grounds;
    private final Curve curve;

    /**
     * How a score becomes a confidence: the odds of Platt's curve, divided by those at the threshold.
     *
     * @param slope of the logistic curve that was fitted to cross-validated scores
     * @param threshold score from which to hold
     */
    public record Curve(float slope, float threshold) {

        double confidence(double score) {
            return 1 / (1 + StrictMath.exp(-slope * (score - threshold)));
        }
    }

    private LinearModel(byte[] rarities, Weights hold, Map<Ground, Weights> grounds, Curve curve) {
        this.rarities = rarities;
        this.hold = hold;
        this.grounds = grounds;
        this.curve = curve;
    }

    /**
     * A model from trained parts.
     *
     * @param rarities how rare each bucket is in the training texts, 0 to 127
     * @param hold what speaks for holding
     * @param grounds what speaks for each {@link Ground} given a hold, folded
     */
    public static LinearModel of(byte[] rarities, Weights hold, Map<Ground, Weights> grounds, Curve curve) {
        boolean complete = rarities.length == Features.BUCKETS
                && hold.size() == Features.BUCKETS
                && grounds.keySet().equals(EnumSet.allOf(Ground.class))
                && grounds.values().stream().allMatch(ground -> ground.size() == FOLDED);
        if (!complete) {
            throw new IllegalArgumentException("a model has a weight for every bucket and every ground");
        }
        return new LinearModel(rarities.clone(), hold, new EnumMap<>(grounds), curve);
    }

    /** The same weights with another threshold. */
    public LinearModel with(Curve other) {
        return new LinearModel(rarities, hold, grounds, other);
    }

    /** What to think of a reading; total. */
    public Opinion opinion(Reading reading) {
        Features features = Features.of(reading);
        int[] buckets = features.buckets();
        float[] values = features.values(rarities);
        double score = hold.score(buckets, values) - (reading.linksElsewhere() ? ELSEWHERE : 0);
        return new Opinion(curve.confidence(score), likeliest(buckets, values), features.heaviest(values, hold));
    }

    /** How much the words speak for holding, before any curve. */
    public double score(Reading reading) {
        Features features = Features.of(reading);
        return hold.score(features.buckets(), features.values(rarities));
    }

    private Ground likeliest(int[] buckets, float[] values) {
        Ground likeliest = Ground.PATIENT_IDENTIFIER;
        double most = Double.NEGATIVE_INFINITY;
        for (Map.Entry<Ground, Weights> ground : grounds.entrySet()) {
            double score = ground.getValue().score(buckets, values);
            if (score > most) {
                most = score;
                likeliest = ground.getKey();
            }
        }
        return likeliest;
    }

    /** Writes the model in the form of the resource, not yet deflated. */
    public void write(DataOutputStream out) throws IOException {
        out.write(rarities);
        hold.write(out);
        for (Weights ground : grounds.values()) {
            ground.write(out);
        }
        out.writeFloat(curve.slope());
        out.writeFloat(curve.threshold());
    }

    /** The model that comes with the product; a missing one is a broken build. */
    public static LinearModel trained() {
        try (InputStream resource = LinearModel.class.getResourceAsStream(RESOURCE)) {
            if (resource == null) {
                throw new IllegalStateException("no resource " + RESOURCE);
            }
            return read(new DataInputStream(new InflaterInputStream(resource)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static LinearModel read(DataInputStream in) throws IOException {
        byte[] rarities = new byte[Features.BUCKETS];
        in.readFully(rarities);
        Weights hold = Weights.read(in, Features.BUCKETS);
        Map<Ground, Weights> grounds = new EnumMap<>(Ground.class);
        for (Ground ground : Ground.values()) {
            grounds.put(ground, Weights.read(in, FOLDED));
        }
        return new LinearModel(rarities, hold, grounds, new Curve(in.readFloat(), in.readFloat()));
    }
}
