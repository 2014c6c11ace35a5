package org.imprimatur.approver.review;

import java.util.Set;

/**
 * What a case is opened with.
 *
 * @param content what is under review
 * @param contributors everybody who wrote or edited any revision; none of them may decide
 * @param requirement how many must approve
 * @param policyVersion of the verdict that held it; empty when there was no policy
 * @param engineVersion of that verdict
 */
public record Opening(
        Content content,
        Set<String> contributors,
        Requirement requirement,
        String policyVersion,
        String engineVersion) {
    public Opening {
        contributors = Set.copyOf(contributors);
    }
}
