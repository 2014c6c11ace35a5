package org.imprimatur.analyzer.adapters;

import java.util.List;
import java.util.stream.Stream;
import org.imprimatur.analyzer.policy.Policy;
import org.imprimatur.analyzer.policy.PolicyFault;
import org.imprimatur.analyzer.policy.PolicyReader;
import org.imprimatur.analyzer.policy.PolicyReading;
import org.imprimatur.analyzer.policy.cel.CelExpressions;

/** Reads policies whose expressions are in CEL, wherever they were written. */
public final class Policies {

    private Policies() {}

    public static PolicyReader reader() {
        return new PolicyReader(new CelExpressions());
    }

    /** Reads a pack; the faults of its form and those of its rules are reported together. */
    public static PolicyReading read(PolicyFile file) {
        if (file.isUnreadable()) {
            return new PolicyReading.Refused(file.faults());
        }
        PolicyReading reading = reader().read(file.text());
        if (file.faults().isEmpty()) {
            return reading;
        }
        List<PolicyFault> ofRules = reading.fold(policy -> List.of(), faults -> List.copyOf(faults));
        return new PolicyReading.Refused(
                Stream.concat(file.faults().stream(), ofRules.stream()).toList());
    }

    /** The pack that comes with the analyzer, which is sound. */
    public static Policy healthcareUs() {
        return read(PolicyFile.healthcareUs()).fold(policy -> policy, faults -> {
            throw new IllegalStateException("the default policy has faults: " + faults);
        });
    }
}
