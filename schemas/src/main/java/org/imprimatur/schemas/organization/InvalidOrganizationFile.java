package org.imprimatur.schemas.organization;

import java.util.List;

/** The file can't be taken as it is; names every fault at once, each as a sentence that says what to do. */
public final class InvalidOrganizationFile extends RuntimeException {

    private final List<String> faults;

    InvalidOrganizationFile(List<String> faults) {
        super(String.join("\n", faults));
        this.faults = List.copyOf(faults);
    }

    public List<String> faults() {
        return faults;
    }
}
