import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.norm.Dropout;
import ai.djl.nn.norm.LayerNorm;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.imprimatur.analyzer.encoder.Encoder;
import org.imprimatur.analyzer.encoder.Tensor;
import org.imprimatur.analyzer.meaning.Ground;
import org.imprimatur.analyzer.meaning.Telling;

/** The upper layers of the encoder and its heads, as arrays that can be trained; the layers below are read from a cache. */
final class UpperLayers {

    static final int LAYERS = 12;
    static final int OUTPUTS = 1 + Ground.values().length;
    static final int TELLINGS = Telling.values().length;
    private static final int WIDTH = Encoder.WIDTH;
    private static final int ATTENTION = 12;
    private static final float DROPPED = 0.1f;
    private static final List<String> HEADS = List.of("hw", "hb", "tw", "tb");
    private static final Map<String, String> MATRICES = Map.of(
            "q", "attention/self/query",
            "k", "attention/self/key",
            "v", "attention/self/value",
            "o", "attention/output/dense",
            "i", "intermediate/dense",
            "f", "output/dense");
    private static final Map<String, String> VECTORS = Map.of(
            "n1.w", "attention.output.LayerNorm.weight",
            "n1.b", "attention.output.LayerNorm.bias",
            "n2.w", "output.LayerNorm.weight",
            "n2.b", "output.LayerNorm.bias");

    private final NDManager manager = NDManager.newBaseManager(Device.cpu(), "PyTorch");
    private final int lowest;
    private final Map<String, NDArray> arrays = new TreeMap<>();
    private final Map<String, String> names = new TreeMap<>();

    /** One text of a batch: the layer below, row by row, and how many rows are of the text itself. */
    record Row(float[] below, int text) {
        int length() {
            return below.length / WIDTH;
        }
    }

    /** Scores of whole texts and of their pieces. */
    record Scores(NDArray whole, NDArray pieces) {}

    /**
     * @param lowest first layer that is trained, from 0
     */
    UpperLayers(OnnxWeights weights, int lowest) {
        this.lowest = lowest;
        for (int layer = lowest; layer < LAYERS; layer++) {
            String own = layer + ".";
            String theirs = "encoder.layer." + layer + ".";
            for (Map.Entry<String, String> matrix : MATRICES.entrySet()) {
                String name = weights.matrix(layer, matrix.getValue());
                add(own + matrix.getKey(), weights.matrix(name), weights.shape(name + "_quantized"), name);
                String bias = theirs + matrix.getValue().replace('/', '.') + ".bias";
                add(own + matrix.getKey() + ".b", weights.floats(bias), weights.shape(bias), bias);
            }
            for (Map.Entry<String, String> vector : VECTORS.entrySet()) {
                String name = theirs + vector.getValue();
                add(own + vector.getKey(), weights.floats(name), weights.shape(name), name);
            }
        }
        add("hw", new float[2 * WIDTH * OUTPUTS], new long[] {2 * WIDTH, OUTPUTS}, "");
        add("hb", new float[OUTPUTS], new long[] {OUTPUTS}, "");
        add("tw", new float[WIDTH * TELLINGS], new long[] {WIDTH, TELLINGS}, "");
        float[] rare = new float[TELLINGS];
        Arrays.fill(rare, -3);
        add("tb", rare, new long[] {TELLINGS}, "");
    }

    private void add(String own, float[] values, long[] shape, String theirs) {
        NDArray array = manager.create(values, new Shape(shape));
        array.setRequiresGradient(true);
        arrays.put(own, array);
        names.put(own, theirs);
    }

    NDManager manager() {
        return manager;
    }

    Map<String, NDArray> arrays() {
        return arrays;
    }

    static boolean isHead(String name) {
        return HEADS.contains(name);
    }

    void close() {
        manager.close();
    }

    Scores scores(NDManager scope, List<Row> rows, boolean training) {
        int size = rows.size();
        int longest = rows.stream().mapToInt(Row::length).max().orElse(1);
        float[] below = new float[size * longest * WIDTH];
        float[] absent = new float[size * longest];
        float[] mean = new float[size * longest];
        float[] outside = new float[size * longest];
        for (int i = 0; i < size; i++) {
            Row row = rows.get(i);
            System.arraycopy(row.below(), 0, below, i * longest * WIDTH, row.below().length);
            for (int t = 0; t < longest; t++) {
                absent[i * longest + t] = t < row.length() ? 0 : -10_000;
                mean[i * longest + t] = t < row.text() ? 1f / row.text() : 0;
                outside[i * longest + t] = t < row.text() ? 0 : -1_000;
            }
        }
        NDArray hidden = scope.create(below, new Shape(size, longest, WIDTH));
        NDArray mask = scope.create(absent, new Shape(size, 1, 1, longest));
        for (int layer = lowest; layer < LAYERS; layer++) {
            hidden = layer(hidden, mask, layer + ".");
        }
        Shape column = new Shape(size, longest, 1);
        NDArray average = hidden.mul(scope.create(mean, column)).sum(new int[] {1});
        NDArray largest = hidden.add(scope.create(outside, column)).max(new int[] {1});
        NDArray pooled = dropped(average.concat(largest, 1), training);
        NDArray pieces = dropped(hidden, training)
                .reshape((long) size * longest, WIDTH)
                .matMul(arrays.get("tw"))
                .add(arrays.get("tb"))
                .reshape(size, longest, TELLINGS);
        return new Scores(pooled.matMul(arrays.get("hw")).add(arrays.get("hb")), pieces);
    }

    private static NDArray dropped(NDArray array, boolean training) {
        return training ? Dropout.dropout(array, DROPPED, true).singletonOrThrow() : array;
    }

    private NDArray layer(NDArray hidden, NDArray mask, String name) {
        NDArray query = parted(linear(hidden, name + "q"));
        NDArray key = parted(linear(hidden, name + "k"));
        NDArray value = parted(linear(hidden, name + "v"));
        NDArray attention = query.matMul(key.transpose(0, 1, 3, 2))
                .div(number(hidden, (float) Math.sqrt((double) WIDTH / ATTENTION)))
                .add(mask)
                .softmax(-1);
        NDArray mixed = attention.matMul(value).transpose(0, 2, 1, 3).reshape(hidden.getShape());
        NDArray between = normal(hidden.add(linear(mixed, name + "o")), name + "n1");
        NDArray wide = Activation.gelu(linear(between, name + "i"));
        return normal(between.add(linear(wide, name + "f")), name + "n2");
    }

    /**
     * A number to multiply, divide or compare with. The library frees one that is given as such before gradients are computed
     * from it, and they come out of whatever lies there then; as an array it lives as long as what it stands beside.
     */
    static NDArray number(NDArray beside, float value) {
        return beside.getManager().create(value);
    }

    private static NDArray parted(NDArray array) {
        long size = array.getShape().get(0);
        long length = array.getShape().get(1);
        return array.reshape(size, length, ATTENTION, WIDTH / ATTENTION).transpose(0, 2, 1, 3);
    }

    private NDArray linear(NDArray array, String name) {
        long size = array.getShape().get(0);
        long length = array.getShape().get(1);
        NDArray flat = array.reshape(size * length, array.getShape().get(2))
                .matMul(arrays.get(name))
                .add(arrays.get(name + ".b"));
        return flat.reshape(size, length, flat.getShape().get(1));
    }

    private NDArray normal(NDArray array, String name) {
        return LayerNorm.layerNorm(array, new Shape(WIDTH), arrays.get(name + ".w"), arrays.get(name + ".b"), 1e-12f)
                .singletonOrThrow();
    }

    /** Writes all arrays as they are, to go on from there. */
    void keep(Path file) throws IOException {
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            for (NDArray array : arrays.values()) {
                for (float value : array.toFloatArray()) {
                    out.writeFloat(value);
                }
            }
        }
    }

    /** Reads what {@link #keep} wrote. */
    void restore(Path file) throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            for (NDArray array : arrays.values()) {
                float[] values = new float[(int) array.size()];
                for (int i = 0; i < values.length; i++) {
                    values[i] = in.readFloat();
                }
                array.setRequiresGradient(false);
                array.set(values);
                array.setRequiresGradient(true);
            }
        }
    }

    /** Writes the trained tensors, matrices rounded to 127 steps either way by column, and the heads. */
    void write(DataOutputStream out) throws IOException {
        List<Tensor> tensors = new ArrayList<>();
        for (Map.Entry<String, NDArray> array : arrays.entrySet()) {
            if (isHead(array.getKey())) {
                continue;
            }
            float[] values = array.getValue().toFloatArray();
            long[] shape = array.getValue().getShape().getShape();
            String name = names.get(array.getKey());
            if (shape.length == 1) {
                tensors.add(floats(name, values));
            } else {
                addRounded(name, values, shape, tensors);
            }
        }
        out.writeInt(tensors.size());
        for (Tensor tensor : tensors) {
            tensor.write(out);
        }
        for (String head : HEADS) {
            float[] values = arrays.get(head).toFloatArray();
            out.writeInt(values.length);
            for (float value : values) {
                out.writeFloat(value);
            }
        }
    }

    private static void addRounded(String name, float[] values, long[] shape, List<Tensor> tensors) {
        int columns = (int) shape[1];
        float[] scales = new float[columns];
        for (int i = 0; i < values.length; i++) {
            scales[i % columns] = Math.max(scales[i % columns], Math.abs(values[i]) / Byte.MAX_VALUE);
        }
        byte[] steps = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            steps[i] = (byte) Math.max(-127, Math.min(127, Math.round(values[i] / scales[i % columns])));
        }
        tensors.add(new Tensor(name + "_quantized", shape, false, steps));
        tensors.add(floats(name + "_scale", scales));
        tensors.add(new Tensor(name + "_zero_point", new long[] {columns}, false, new byte[columns]));
    }

    private static Tensor floats(String name, float[] values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        return new Tensor(name, new long[] {values.length}, true, bytes.array());
    }
}
