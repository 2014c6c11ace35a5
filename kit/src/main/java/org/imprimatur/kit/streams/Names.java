package org.imprimatur.kit.streams;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyDescription;
import org.apache.kafka.streams.TopologyDescription.GlobalStore;
import org.apache.kafka.streams.TopologyDescription.Node;
import org.apache.kafka.streams.TopologyDescription.Processor;
import org.apache.kafka.streams.TopologyDescription.Source;

/**
 * Refuses a topology whose stores or internal topics have names that Kafka made up.
 *
 * <p>Such names count operators, so the next change of the topology would leave the state behind. Kafka's own check
 * ({@code ensure.explicit.internal.resource.naming}) only sees a topology that was built with the properties.
 */
final class Names {

    private static final Pattern MADE_UP = Pattern.compile("(KSTREAM|KTABLE)-.*\\d{10}.*");

    private Names() {}

    static void check(Topology topology) {
        TopologyDescription description = topology.describe();
        Stream<Node> nodes = description.subtopologies().stream().flatMap(part -> part.nodes().stream());
        Stream<Node> globals = description.globalStores().stream().map(GlobalStore::processor);
        Set<String> madeUp = new TreeSet<>();
        Stream.concat(nodes, globals)
                .map(Names::resources)
                .flatMap(Collection::stream)
                .filter(name -> MADE_UP.matcher(name).matches())
                .forEach(madeUp::add);
        if (!madeUp.isEmpty()) {
            throw new IllegalArgumentException("These stores or internal topics need a name of ours: " + madeUp);
        }
    }

    private static Set<String> resources(Node node) {
        if (node instanceof Processor processor) {
            return processor.stores();
        }
        return node instanceof Source source && source.topicSet() != null ? source.topicSet() : Set.of();
    }
}
