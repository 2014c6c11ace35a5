package org.imprimatur.analyzer.policy;

import java.util.List;
import java.util.function.Function;

/** What came of reading a set of rules: the policy, or everything that is wrong with it. */
public sealed interface PolicyReading {

    <T> T fold(
            Function<? super Policy, ? extends T> accepted, Function<? super List<PolicyFault>, ? extends T> refused);

    /** Every rule is sound and every expression compiled. */
    record Accepted(Policy policy) implements PolicyReading {
        @Override
        public <T> T fold(
                Function<? super Policy, ? extends T> accepted,
                Function<? super List<PolicyFault>, ? extends T> refused) {
            return accepted.apply(policy);
        }
    }

    /** At least one fault; nothing of the set is used. */
    record Refused(List<PolicyFault> faults) implements PolicyReading {
        public Refused {
            faults = List.copyOf(faults);
            if (faults.isEmpty()) {
                throw new IllegalArgumentException("a refusal names at least one fault");
            }
        }

        @Override
        public <T> T fold(
                Function<? super Policy, ? extends T> accepted,
                Function<? super List<PolicyFault>, ? extends T> refused) {
            return refused.apply(faults);
        }
    }
}
