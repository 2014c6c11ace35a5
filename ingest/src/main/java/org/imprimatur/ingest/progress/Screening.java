package org.imprimatur.ingest.progress;

import java.util.List;

/**
 * What the analyzer made of one revision.
 *
 * @param approvalsNeeded distinct people who must approve; 0 when cleared
 */
public record Screening(int revision, boolean held, List<Reason> reasons, int approvalsNeeded) {
    public Screening {
        reasons = List.copyOf(reasons);
    }
}
