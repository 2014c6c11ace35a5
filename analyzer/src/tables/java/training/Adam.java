import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.Map;
import java.util.TreeMap;

/** Adam with weight decay, a bound on the gradient's length, and a rate that rises at first and falls to the end. */
final class Adam {

    private static final float LONGEST = 5;
    private static final float DECAY = 0.01f;
    private static final float HEADS = 10;

    private final UpperLayers layers;
    private final float rate;
    private final int steps;
    private final Map<String, NDArray[]> moments = new TreeMap<>();
    private int step;

    Adam(UpperLayers layers, float rate, int steps) {
        this.layers = layers;
        this.rate = rate;
        this.steps = steps;
        layers.arrays()
                .forEach((name, array) -> moments.put(name, new NDArray[] {array.zerosLike(), array.zerosLike()}));
    }

    /** Follows the gradients that the arrays have, and takes them away. */
    void step() {
        step++;
        int rising = Math.max(1, steps / 10);
        float now = rate * (step < rising ? (float) step / rising : Math.max(0.01f, (steps - step) / (steps * 0.9f)));
        try (NDManager scope = layers.manager().newSubManager()) {
            Map<String, NDArray> gradients = new TreeMap<>();
            double squares = 0;
            for (Map.Entry<String, NDArray> array : layers.arrays().entrySet()) {
                NDArray gradient = in(scope, array.getValue().getGradient());
                gradients.put(array.getKey(), gradient);
                squares += Math.pow(in(scope, gradient.norm()).getFloat(), 2);
            }
            if (!(squares < 1e12)) {
                throw new ArithmeticException("the gradient of step " + step + " is no number");
            }
            float shorter = (float) Math.min(1, LONGEST / (Math.sqrt(squares) + 1e-6));
            for (Map.Entry<String, NDArray> array : layers.arrays().entrySet()) {
                NDArray gradient = gradients.get(array.getKey());
                gradient.muli(shorter);
                follow(scope, array.getKey(), array.getValue(), gradient, now);
                gradient.muli(0);
            }
        }
    }

    private void follow(NDManager scope, String name, NDArray array, NDArray gradient, float now) {
        float own = UpperLayers.isHead(name) ? now * HEADS : now;
        NDArray mean = moments.get(name)[0];
        NDArray square = moments.get(name)[1];
        mean.muli(0.9f);
        mean.addi(in(scope, gradient.mul(0.1f)));
        square.muli(0.999f);
        square.addi(in(scope, in(scope, gradient.square()).mul(0.001f)));
        NDArray root = in(
                scope,
                in(scope, square.div((float) (1 - Math.pow(0.999, step)))).sqrt());
        root.addi(1e-8f);
        NDArray update = in(scope, mean.div((float) (1 - Math.pow(0.9, step))));
        update.divi(root);
        update.muli(own);
        array.setRequiresGradient(false);
        array.muli(1 - DECAY * own);
        array.subi(update);
        array.setRequiresGradient(true);
    }

    private static NDArray in(NDManager scope, NDArray array) {
        array.attach(scope);
        return array;
    }
}
