package org.imprimatur.analyzer.organization;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What the organization says of itself; text fields are empty when not given.
 *
 * @param languages ISO 639-1 codes
 * @param asOf judge expiry as of this day; empty for the day of judging
 * @param own contacts of the organization itself
 * @param publicServices contacts of others that anybody may be pointed to, such as 988
 * @param placesAndPartners names that look like people or private places and are neither
 */
public record Organization(
        String name,
        String shortName,
        String kind,
        String town,
        String county,
        String state,
        List<String> languages,
        Optional<LocalDate> asOf,
        List<Town> towns,
        List<Facility> facilities,
        Contacts own,
        Contacts publicServices,
        List<String> placesAndPartners,
        List<Claim> approvedClaims,
        List<StaffMember> staff,
        List<Protocol> protocols) {

    public Organization {
        if (name.isBlank()) {
            throw new IllegalArgumentException("an organization has a name");
        }
        languages = List.copyOf(languages);
        towns = List.copyOf(towns);
        facilities = List.copyOf(facilities);
        placesAndPartners = List.copyOf(placesAndPartners);
        approvedClaims = List.copyOf(approvedClaims);
        staff = List.copyOf(staff);
        protocols = List.copyOf(protocols);
    }

    /** An organization of which only the name is known. */
    public static Organization empty(String name) {
        return new Organization(
                name,
                "",
                "",
                "",
                "",
                "",
                List.of(),
                Optional.empty(),
                List.of(),
                List.of(),
                Contacts.NONE,
                Contacts.NONE,
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    @Override
    public String toString() {
        return "Organization[" + name + "]";
    }
}
