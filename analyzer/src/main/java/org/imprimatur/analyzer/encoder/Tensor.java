package org.imprimatur.analyzer.encoder;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A trained tensor that takes the place of the library's of the same name.
 *
 * @param shape its dimensions
 * @param real whether its bytes are 32-bit floating-point numbers, low byte first; else whole numbers from -128 to 127
 */
@SuppressWarnings("ArrayRecordComponent") // a megabyte that nobody compares
public record Tensor(String name, long[] shape, boolean real, byte[] bytes) {

    static final int NAME = 8;
    private static final int FLOAT = 1;
    private static final int INT8 = 3;

    public Tensor {
        long size = Arrays.stream(shape).reduce(1, (a, b) -> a * b) * (real ? Float.BYTES : 1);
        if (name.isBlank() || size != bytes.length) {
            throw new IllegalArgumentException("a tensor has a name and as many bytes as its shape says");
        }
    }

    /** Adds the tensor to a graph in ONNX's form, which is protobuf. */
    void addTo(ByteArrayOutputStream graph) {
        ByteArrayOutputStream tensor = new ByteArrayOutputStream(bytes.length + 128);
        for (long dimension : shape) {
            Protobuf.number(tensor, 1, dimension);
        }
        Protobuf.number(tensor, 2, real ? FLOAT : INT8);
        Protobuf.bytes(tensor, NAME, name.getBytes(StandardCharsets.UTF_8));
        Protobuf.bytes(tensor, 9, bytes);
        Protobuf.bytes(graph, Encoder.TENSOR, tensor.toByteArray());
    }

    /** Writes the tensor in the form that {@link #read} takes. */
    public void write(DataOutputStream out) throws IOException {
        out.writeUTF(name);
        out.writeBoolean(real);
        out.writeByte(shape.length);
        for (long dimension : shape) {
            out.writeInt(Math.toIntExact(dimension));
        }
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    /** Reads what {@link #write} wrote. */
    public static Tensor read(DataInputStream in) throws IOException {
        String name = in.readUTF();
        boolean real = in.readBoolean();
        long[] shape = new long[in.readByte()];
        for (int i = 0; i < shape.length; i++) {
            shape[i] = in.readInt();
        }
        byte[] bytes = new byte[in.readInt()];
        in.readFully(bytes);
        return new Tensor(name, shape, real, bytes);
    }

    @Override
    public String toString() {
        return "Tensor[" + name + "]";
    }
}
