package org.imprimatur.analyzer.meaning;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import org.imprimatur.analyzer.draft.Finding;
import org.imprimatur.analyzer.draft.FindingKind;

/**
 * For which grounds the cues of the rules speak.
 *
 * @param sure those by a cue of a confidence of one half or more
 * @param weak those by a lesser one
 */
public record Evidence(Set<Ground> sure, Set<Ground> weak) {

    public static final Evidence NONE = new Evidence(Set.of(), Set.of());
    private static final double SURE = 0.5;

    public Evidence {
        sure = Set.copyOf(sure);
        weak = Set.copyOf(weak);
    }

    /** What findings speak for; only those about what a draft says or does count. */
    public static Evidence of(Collection<Finding> findings) {
        Set<Ground> sure = EnumSet.noneOf(Ground.class);
        Set<Ground> weak = EnumSet.noneOf(Ground.class);
        for (Finding finding : findings) {
            for (Ground ground : Ground.values()) {
                if (finding.kind().group() == FindingKind.Group.CONTENT
                        && finding.kind().name().equals(ground.name())) {
                    (finding.confidence() >= SURE ? sure : weak).add(ground);
                }
            }
        }
        return new Evidence(sure, weak);
    }
}
