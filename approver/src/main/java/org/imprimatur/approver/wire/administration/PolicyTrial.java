package org.imprimatur.approver.wire.administration;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * A dry run: past revisions, judged once more by the rules that judge (before) and by those of a draft (after).
 *
 * @param fingerprint of the text that is tried
 * @param against name and version of the rules that judge meanwhile; empty when there are none
 * @param begunAt when it began
 * @param at when these figures were counted
 * @param total revisions to judge
 * @param figures of those that are judged
 * @param held newly held ones, at most {@link #EXAMPLES}
 * @param passed newly passed ones, at most {@link #EXAMPLES}
 * @param disputed where people decided otherwise than the draft's rules, at most {@link #EXAMPLES}
 */
public record PolicyTrial(
        String fingerprint,
        String against,
        Instant begunAt,
        Instant at,
        int total,
        Figures figures,
        List<Example> held,
        List<Example> passed,
        List<Example> disputed) {

    /** How many of each kind are shown. */
    public static final int EXAMPLES = 10;

    public PolicyTrial {
        begunAt = begunAt.truncatedTo(ChronoUnit.MILLIS);
        at = at.truncatedTo(ChronoUnit.MILLIS);
        held = List.copyOf(held);
        passed = List.copyOf(passed);
        disputed = List.copyOf(disputed);
    }

    /**
     * What was counted.
     *
     * @param done revisions that were taken up, those that could not be judged among them
     * @param skipped those that could not be judged
     * @param decided those on which people decided
     * @param agreedBefore on how many of these the rules before say the same
     * @param agreedAfter on how many of these the rules after say the same
     */
    public record Figures(
            int done,
            int skipped,
            int heldBefore,
            int heldAfter,
            int newlyHeld,
            int newlyPassed,
            int decided,
            int agreedBefore,
            int agreedAfter) {}

    /**
     * One past revision.
     *
     * @param rules titles of the rules that make the difference
     * @param decision how people decided on it, such as {@code RELEASED}; empty where they did not
     */
    public record Example(String postId, int revision, List<String> rules, Optional<String> decision) {
        public Example {
            rules = List.copyOf(rules);
        }
    }

    public boolean finished() {
        return figures.done() >= total;
    }
}
