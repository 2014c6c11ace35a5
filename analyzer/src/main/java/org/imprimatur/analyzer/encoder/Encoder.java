package org.imprimatur.analyzer.encoder;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Gives every piece of a text a vector that depends on the whole text. Thread-safe; one thread a text; it lives as long
 * as the process does.
 */
public final class Encoder {

    /** Numbers in a vector. */
    public static final int WIDTH = 384;

    private static final int GRAPH = 7;
    static final int TENSOR = 5;
    private static final String MODEL = "/e5-small-v2-q.onnx";

    private final Pieces vocabulary;
    private final OrtEnvironment environment;
    private final OrtSession session;

    private Encoder(Pieces vocabulary, OrtEnvironment environment, OrtSession session) {
        this.vocabulary = vocabulary;
        this.environment = environment;
        this.session = session;
    }

    /**
     * The encoder of the library.
     *
     * @param tuned trained tensors that take the place of the library's
     */
    public static Encoder with(List<Tensor> tuned) {
        return of(bytes(MODEL), tuned);
    }

    /** An encoder from a model of the same shape, for training. */
    public static Encoder of(byte[] model, List<Tensor> tuned) {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            byte[] whole = tuned.isEmpty() ? model : laidOver(model, tuned);
            return new Encoder(Pieces.library(), environment, environment.createSession(whole, options));
        } catch (OrtException e) {
            throw new IllegalStateException("the encoder does not load", e);
        }
    }

    /**
     * The model with tensors in place of its own of the same name. The runtime's own way to replace tensors comes too
     * late: by then its optimizers have fused the old ones.
     */
    private static byte[] laidOver(byte[] model, List<Tensor> tuned) {
        Set<String> names = tuned.stream().map(Tensor::name).collect(Collectors.toUnmodifiableSet());
        ByteArrayOutputStream whole = new ByteArrayOutputStream(model.length);
        Protobuf.fields(model, 0, model.length, (number, start, content, end) -> {
            if (number != GRAPH) {
                whole.write(model, start, end - start);
                return;
            }
            ByteArrayOutputStream graph = new ByteArrayOutputStream(model.length);
            Protobuf.fields(model, content, end, (part, from, inside, to) -> {
                if (part != TENSOR || !names.contains(name(model, inside, to))) {
                    graph.write(model, from, to - from);
                }
            });
            tuned.forEach(tensor -> tensor.addTo(graph));
            Protobuf.bytes(whole, GRAPH, graph.toByteArray());
        });
        return whole.toByteArray();
    }

    private static String name(byte[] model, int from, int to) {
        StringBuilder name = new StringBuilder();
        Protobuf.fields(model, from, to, (number, start, content, end) -> {
            if (number == Tensor.NAME) {
                name.append(new String(model, content, end - content, StandardCharsets.UTF_8));
            }
        });
        return name.toString();
    }

    /** The library's model as it comes, for training. */
    public static byte[] model() {
        return bytes(MODEL);
    }

    /**
     * Cuts a text into pieces, and into several prompts where it is longer than the encoder reads at once.
     *
     * @param context what to read the text against; empty for none
     * @param most prompts at most; what is beyond is left out
     */
    public List<Prompt> prompts(List<String> text, List<String> context, int most) {
        return Prompt.all(vocabulary, text, context, most);
    }

    /** A vector of {@link #WIDTH} numbers for every piece, one after the other. */
    public float[] read(Prompt prompt) {
        return read(prompt, "last_hidden_state");
    }

    /** Another output than the last layer's, for training. */
    public float[] read(Prompt prompt, String output) {
        int size = prompt.pieces().length;
        long[] pieces = Arrays.stream(prompt.pieces()).asLongStream().toArray();
        long[] all = new long[size];
        Arrays.fill(all, 1);
        long[] parts = new long[size];
        Arrays.fill(parts, prompt.text(), size, 1);
        long[] shape = {1, size};
        try (OnnxTensor ids = OnnxTensor.createTensor(environment, LongBuffer.wrap(pieces), shape);
                OnnxTensor mask = OnnxTensor.createTensor(environment, LongBuffer.wrap(all), shape);
                OnnxTensor types = OnnxTensor.createTensor(environment, LongBuffer.wrap(parts), shape);
                OrtSession.Result result = session.run(
                        Map.of("input_ids", ids, "attention_mask", mask, "token_type_ids", types), Set.of(output))) {
            FloatBuffer vectors = ((OnnxTensor) result.get(0)).getFloatBuffer();
            float[] read = new float[vectors.remaining()];
            vectors.get(read);
            return read;
        } catch (OrtException e) {
            throw new IllegalStateException("the encoder does not read", e);
        }
    }

    private static byte[] bytes(String name) {
        try (InputStream resource = resource(name)) {
            return resource.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static InputStream resource(String name) {
        InputStream resource = Encoder.class.getResourceAsStream(name);
        if (resource == null) {
            throw new IllegalStateException("no resource " + name);
        }
        return resource;
    }
}
