package org.imprimatur.approver.audit;

import java.util.List;
import java.util.Optional;

/**
 * What a check found.
 *
 * @param posts how many histories were followed
 * @param events how many events they have
 * @param sealedBy fingerprint of the key whose signature was good; empty when nothing was sealed
 * @param faults everything that is not as it was written; empty when all is well
 */
public record Report(int posts, int events, Optional<String> sealedBy, List<Fault> faults) {
    public Report {
        faults = List.copyOf(faults);
    }

    public boolean isClean() {
        return faults.isEmpty();
    }
}
