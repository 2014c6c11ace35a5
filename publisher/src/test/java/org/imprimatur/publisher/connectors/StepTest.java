package org.imprimatur.publisher.connectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.imprimatur.publisher.delivery.Outcome;
import org.junit.jupiter.api.Test;

final class StepTest {

    @Test
    void whatWasAskedOfEachComesInTheirOrder() {
        assertThat(Step.each(List.of(3, 1, 2), number -> Step.went("n" + number)))
                .isEqualTo(Step.went(List.of("n3", "n1", "n2")));
        assertThat(Step.each(List.of(), number -> Step.went("n"))).isEqualTo(Step.went(List.of()));
    }

    @Test
    void afterTheOneThatEndsTheConversationNobodyIsAsked() {
        List<Integer> asked = new ArrayList<>();
        Outcome refused = new Outcome.Rejected("no");

        Step<List<String>> end = Step.each(List.of(1, 2, 3), number -> {
            asked.add(number);
            return number == 2 ? Step.stopped(refused) : Step.went("n");
        });

        assertThat(end).isEqualTo(Step.stopped(refused));
        assertThat(asked).containsExactly(1, 2);
    }
}
