package org.imprimatur.approver.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.imprimatur.approver.review.RandomReview.Input;
import org.junit.jupiter.api.Test;

/** Thousands of seeded lives of a post, watched by a second, simpler book-keeping that shares no rule with the first. */
class ReviewPropertyTest {
    private static final int LIVES = 4_000;
    private static final int STEPS = 80;

    @Test
    void noLifeOfAPostBreaksARuleAndEveryThingThatCanHappenDoes() {
        TreeMap<String, Integer> seen = new TreeMap<>();
        Set<Refusal.Name> refusals = new HashSet<>();
        for (long seed = 0; seed < LIVES; seed++) {
            Watcher watcher = live(seed);
            watcher.history().forEach(event -> seen.merge(event.getClass().getSimpleName(), 1, Integer::sum));
            watcher.history().stream()
                    .filter(CaseEvent.Refused.class::isInstance)
                    .forEach(event ->
                            refusals.add(((CaseEvent.Refused) event).refusal().name()));
        }
        Set<String> every = List.of(CaseEvent.class.getPermittedSubclasses()).stream()
                .map(Class::getSimpleName)
                .collect(Collectors.toSet());
        assertThat(seen.keySet()).as("events: %s", seen).containsExactlyInAnyOrderElementsOf(every);
        assertThat(seen.get("Released")).isGreaterThan(LIVES / 4);
        assertThat(seen.get("Undone")).isGreaterThan(LIVES / 20);
        assertThat(refusals).containsExactlyInAnyOrder(Refusal.Name.values());
    }

    @Test
    void aSecondLookIsDrawnForAboutOneInTwentyAndAlwaysForTheSame() {
        Terms terms = Terms.USUAL;
        int drawn = 0;
        for (int i = 0; i < 100_000; i++) {
            boolean first = terms.draws("post-" + i, 1 + i % 3);
            drawn += first ? 1 : 0;
            assertThat(terms.draws("post-" + i, 1 + i % 3)).isEqualTo(first);
        }
        assertThat(drawn).isBetween(4_700, 5_300);
        assertThat(Terms.PLAIN.draws("post-1", 1)).isFalse();
    }

    private static Watcher live(long seed) {
        RandomReview life = new RandomReview(seed);
        Watcher watcher = new Watcher(life);
        Review review = Review.none(life.postId());
        for (int i = 0; i < STEPS; i++) {
            Input input = life.next();
            Instant due = review.wakeAt().orElse(Instant.MAX);
            Step step = input.takenBy(review, life.terms());
            if (input instanceof Input.Passed && due.isAfter(input.at())) {
                assertThat(step.events())
                        .as("seed %d: nothing before its time", seed)
                        .isEmpty();
            }
            watcher.check(input, step);
            review = step.next();
            assertThat(replay(life.postId(), watcher.history()))
                    .as("replay, seed %d", seed)
                    .isEqualTo(review.state());
        }
        return watcher;
    }

    private static Case replay(String postId, List<CaseEvent> history) {
        Case state = Case.none(postId);
        for (CaseEvent event : history) {
            state = state.apply(event);
        }
        return state;
    }
}
