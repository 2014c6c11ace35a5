package org.imprimatur.analyzer.wire;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.imprimatur.analyzer.draft.Authorization;
import org.imprimatur.analyzer.organization.Organization;
import org.imprimatur.schemas.organization.OrganizationFile;

/**
 * What an organization's file says, as far as judging needs it.
 *
 * @param warnings sentences about fields that were ignored
 */
public record Profile(Organization organization, List<Authorization> authorizations, List<String> warnings) {

    /** Nothing known: no own contacts, no staff, no authorizations. */
    public static final Profile EMPTY =
            new Profile(Organization.empty("an organization without a profile"), List.of(), List.of());

    /**
     * Reads the file.
     *
     * @throws org.imprimatur.schemas.organization.InvalidOrganizationFile naming every fault
     */
    public static Profile read(Path file) throws IOException {
        OrganizationFile read = OrganizationFile.read(file);
        return new Profile(
                Registers.organization(read.organization()),
                read.authorizations().stream().map(Registers::authorization).toList(),
                read.warnings());
    }
}
