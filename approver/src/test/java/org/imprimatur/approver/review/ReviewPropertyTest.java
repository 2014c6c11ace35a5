package org.imprimatur.approver.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.imprimatur.approver.review.RandomReview.Input;
import org.junit.jupiter.api.Test;

/** Thousands of seeded lives of a post, watched by a second, simpler book-keeping that shares no rule with the first. */
class ReviewPropertyTest {
    private static final int LIVES = 4_000;
    private static final int STEPS = 60;

    @Test
    void noSequenceReleasesWhatWasNotApprovedByEnoughEntitledPeopleForExactlyThatContent() {
        int releases = 0;
        for (long seed = 0; seed < LIVES; seed++) {
            releases += live(seed).released.size();
        }
        assertThat(releases).as("lives that end in a release").isGreaterThan(LIVES / 4);
    }

    private static Watcher live(long seed) {
        RandomReview life = new RandomReview(seed);
        Watcher watcher = new Watcher(seed);
        Review review = Review.none(life.postId());
        for (int i = 0; i < STEPS; i++) {
            Input input = life.next();
            Step step = take(review, input);
            watcher.check(input, step);
            review = step.next();
            assertThat(replay(life.postId(), watcher.history))
                    .as("replay, seed %d", seed)
                    .isEqualTo(review.state());
        }
        return watcher;
    }

    private static Step take(Review review, Input input) {
        if (input instanceof Input.Submitted submitted) {
            return review.submitted(submitted.content(), input.at());
        }
        if (input instanceof Input.Held held) {
            return review.held(held.opening(), input.at());
        }
        return review.asked(((Input.Asked) input).command(), input.at());
    }

    private static Case replay(String postId, List<CaseEvent> history) {
        Case state = Case.none(postId);
        for (CaseEvent event : history) {
            state = state.apply(event);
        }
        return state;
    }

    /** Counts approvals by hand. */
    private static final class Watcher {
        private final String seed;
        private final List<CaseEvent> history = new ArrayList<>();
        private final Map<String, Opening> heldAs = new HashMap<>();
        private final Map<String, Set<String>> approvers = new HashMap<>();
        private final Set<String> answered = new HashSet<>();
        private final Set<Integer> released = new HashSet<>();
        private int newest;
        private Optional<Lease> claim = Optional.empty();

        Watcher(long seed) {
            this.seed = "seed " + seed;
        }

        void check(Input input, Step step) {
            if (input instanceof Input.Submitted submitted) {
                newest = Math.max(newest, submitted.content().revision());
            }
            if (input instanceof Input.Held held) {
                newest = Math.max(newest, held.opening().content().revision());
                heldAs.putIfAbsent(held.opening().content().hash(), held.opening());
            }
            if (input instanceof Input.Asked asked) {
                checkAnswer(asked.command(), step.events(), input.at());
            }
            step.events().forEach(this::record);
        }

        private void checkAnswer(Command command, List<CaseEvent> events, Instant now) {
            Ask ask = command.ask();
            if (!answered.add(ask.commandId())) {
                assertThat(events).as("%s: answered once", seed).isEmpty();
                return;
            }
            assertThat(events).as("%s: answered", seed).isNotEmpty();
            assertThat(events.get(0).stamp().commandId()).as(seed).contains(ask.commandId());
            boolean carriedOut = !(events.get(0) instanceof CaseEvent.Refused);
            if (carriedOut) {
                assertThat(ask.by().roles()).as(seed).contains("reviewer");
                assertThat(held(ask.seen()).contributors())
                        .as(seed)
                        .doesNotContain(ask.by().id());
                assertThat(claim.filter(lease -> lease.until().isAfter(now)).map(Lease::by))
                        .as("%s: claimed by nobody else", seed)
                        .satisfiesAnyOf(
                                by -> assertThat(by).isEmpty(),
                                by -> assertThat(by).contains(ask.by().id()));
            }
            if (command instanceof Command.Approve && carriedOut) {
                assertThat(approvers
                                .computeIfAbsent(ask.seen().hash(), hash -> new HashSet<>())
                                .add(ask.by().id()))
                        .as("%s: approves once", seed)
                        .isTrue();
            }
        }

        private Opening held(Content content) {
            return Optional.ofNullable(heldAs.get(content.hash())).orElseThrow();
        }

        private void record(CaseEvent event) {
            history.add(event);
            assertThat(event.stamp().sequence()).as("%s: no gaps", seed).isEqualTo(history.size());
            if (event instanceof CaseEvent.Claimed claimed) {
                Instant until = claimed.stamp().at().plus(Duration.ofMinutes(15));
                claim = claimed.stamp().actor().map(person -> new Lease(person.id(), until));
            } else if (!(event instanceof CaseEvent.Refused)) {
                claim = Optional.empty();
            }
            if (event instanceof CaseEvent.Opened opened) {
                assertThat(opened.stamp().content().revision())
                        .as("%s: the newest", seed)
                        .isEqualTo(newest);
            }
            if (event instanceof CaseEvent.Released) {
                release(event.stamp().content());
            }
        }

        private void release(Content content) {
            assertThat(released.add(content.revision()))
                    .as("%s: released once", seed)
                    .isTrue();
            assertThat(content.revision()).as("%s: the newest", seed).isEqualTo(newest);
            int needed = held(content).requirement().approvals();
            assertThat(needed).as("%s: not blocked", seed).isPositive();
            assertThat(approvers.getOrDefault(content.hash(), Set.of()))
                    .as("%s: exactly enough", seed)
                    .hasSize(needed);
        }
    }
}
