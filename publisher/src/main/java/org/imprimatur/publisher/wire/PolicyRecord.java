package org.imprimatur.publisher.wire;

import org.imprimatur.schemas.avro.PolicySet;

/** A record of the topic of policies. */
public record PolicyRecord(PolicySet policy) {
    /** As verdicts and releases name it. */
    public String label() {
        return policy.getName() + "@" + policy.getVersion();
    }
}
