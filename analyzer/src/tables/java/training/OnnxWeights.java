import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The weights of the library's model, read from its ONNX file (protobuf), and that file with one more output. */
final class OnnxWeights {

    private static final int FLOAT = 1;
    private static final int INT8 = 3;

    private final ByteBuffer file;
    private final Map<String, float[]> floats = new HashMap<>();
    private final Map<String, byte[]> bytes = new HashMap<>();
    private final Map<String, long[]> shapes = new HashMap<>();
    private final Map<String, String> matrices = new HashMap<>();

    private OnnxWeights(byte[] model) {
        this.file = ByteBuffer.wrap(model).order(ByteOrder.LITTLE_ENDIAN);
        fields(0, model.length, (field, from, to) -> {
            if (field == 7) {
                fields(from, to, this::part);
            }
        });
    }

    static OnnxWeights of(byte[] model) {
        return new OnnxWeights(model);
    }

    float[] floats(String name) {
        return floats.get(name);
    }

    long[] shape(String name) {
        return shapes.get(name);
    }

    /** Name of the quantized matrix that a node multiplies by, without its ending. */
    String matrix(int layer, String node) {
        return matrices.get("/encoder/layer." + layer + "/" + node + "/MatMul_output_0_output_quantized")
                .replace("_quantized", "");
    }

    /** A quantized matrix as it is meant. */
    float[] matrix(String name) {
        byte[] steps = bytes.get(name + "_quantized");
        byte[] zeros = bytes.get(name + "_zero_point");
        float[] scales = floats.get(name + "_scale");
        float[] matrix = new float[steps.length];
        for (int i = 0; i < matrix.length; i++) {
            int column = i % scales.length;
            matrix[i] = (steps[i] - zeros[column]) * scales[column];
        }
        return matrix;
    }

    /** Protobuf merges what is repeated, so an output can be added at the end of the file. */
    static byte[] withOutput(byte[] model, String name) {
        byte[] real = {1 << 3, FLOAT};
        byte[] type = field(2, field(1, real));
        byte[] named = field(1, name.getBytes(StandardCharsets.UTF_8));
        byte[] more = field(7, field(12, joined(named, type)));
        return joined(model, more);
    }

    private static byte[] field(int number, byte[] content) {
        if (content.length > 127) {
            throw new IllegalArgumentException("too long");
        }
        return joined(new byte[] {(byte) (number << 3 | 2), (byte) content.length}, content);
    }

    private static byte[] joined(byte[] one, byte[] other) {
        return ByteBuffer.allocate(one.length + other.length)
                .put(one)
                .put(other)
                .array();
    }

    private interface Visitor {
        void field(int number, int from, int to);
    }

    private void fields(int from, int to, Visitor visitor) {
        file.position(from);
        while (file.position() < to) {
            long tag = varint();
            int start = file.position();
            switch ((int) tag & 7) {
                case 0 -> varint();
                case 1 -> file.position(start + 8);
                case 2 -> {
                    int length = (int) varint();
                    start = file.position();
                    file.position(start + length);
                }
                default -> file.position(start + 4);
            }
            int end = file.position();
            visitor.field((int) (tag >>> 3), start, end);
            file.position(end);
        }
    }

    private long varint() {
        long value = 0;
        int shift = 0;
        while (true) {
            byte next = file.get();
            value |= (long) (next & 127) << shift;
            if (next >= 0) {
                return value;
            }
            shift += 7;
        }
    }

    private void part(int field, int from, int to) {
        if (field == 5) {
            tensor(from, to);
        } else if (field == 1) {
            node(from, to);
        }
    }

    private void node(int from, int to) {
        List<String> inputs = new ArrayList<>();
        List<String> outputs = new ArrayList<>();
        fields(from, to, (field, start, end) -> {
            if (field == 1) {
                inputs.add(text(start, end));
            } else if (field == 2) {
                outputs.add(text(start, end));
            }
        });
        if (inputs.size() == 4 && inputs.get(1).endsWith("_quantized")) {
            matrices.put(outputs.get(0), inputs.get(1));
        }
    }

    private void tensor(int from, int to) {
        List<Long> shape = new ArrayList<>();
        int[] type = new int[1];
        int[] raw = new int[2];
        String[] name = new String[1];
        List<Byte> small = new ArrayList<>();
        fields(from, to, (field, start, end) -> {
            switch (field) {
                case 1 -> all(start, end, shape);
                case 2 -> type[0] = file.get(start);
                case 4, 9 -> {
                    raw[0] = start;
                    raw[1] = end;
                }
                case 5 -> {
                    List<Long> values = new ArrayList<>();
                    all(start, end, values);
                    values.forEach(value -> small.add(value.byteValue()));
                }
                case 8 -> name[0] = text(start, end);
                default -> {}
            }
        });
        shapes.put(name[0], shape.stream().mapToLong(size -> size).toArray());
        if (type[0] == FLOAT) {
            float[] values = new float[(raw[1] - raw[0]) / Float.BYTES];
            file.duplicate()
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .position(raw[0])
                    .slice()
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asFloatBuffer()
                    .get(values);
            floats.put(name[0], values);
        } else if (type[0] == INT8) {
            byte[] values = new byte[Math.max(raw[1] - raw[0], small.size())];
            for (int i = 0; i < values.length; i++) {
                values[i] = small.isEmpty() ? file.get(raw[0] + i) : small.get(i);
            }
            bytes.put(name[0], values);
        }
    }

    private void all(int start, int end, List<Long> values) {
        file.position(start);
        while (file.position() < end) {
            values.add(varint());
        }
    }

    private String text(int start, int end) {
        return new String(file.array(), start, end - start, StandardCharsets.UTF_8);
    }
}
