package org.imprimatur.analyzer.organization;

/**
 * Somebody who works here.
 *
 * @param name as in the directory, with title and degrees
 * @param aka another form of the name that people use; empty when there is none
 * @param publicOk agreed to be named in official posts with role and work facts
 */
public record StaffMember(String name, String aka, String role, boolean publicOk) {

    @Override
    public String toString() {
        return "StaffMember[publicOk=" + publicOk + "]";
    }
}
