package org.imprimatur.schemas.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.imprimatur.schemas.avro.Facility;
import org.imprimatur.schemas.avro.StaffMember;
import org.junit.jupiter.api.Test;

class OrganizationFileTest {

    @Test
    void aNameIsEnough() throws IOException {
        OrganizationFile file = read("name: Larkspur Bay Health");

        assertThat(file.organization()).isEqualTo(OrganizationFile.empty("Larkspur Bay Health"));
        assertThat(file.warnings()).isEmpty();
    }

    @Test
    void phonesAreReadAsTextOrAsMapping() throws IOException {
        OrganizationFile file = read("""
                name: Larkspur Bay Health
                phones: ["911", {number: "207-555-0100", use: main line}]
                """);

        assertThat(file.organization().getPhones()).containsExactly("911", "207-555-0100");
        assertThat(file.warnings()).isEmpty();
    }

    @Test
    void everySectionIsRead() throws IOException {
        OrganizationFile file = read("""
                name: Larkspur Bay Health
                asOf: "2026-10-01"
                townsInCounty: [{name: Larkspur Bay, population: 4_120}]
                facilities: [{name: Quill Pavilion, short: Quill, address: 4 Pier Road, note: a donor}]
                knownPublicContacts: {phones: ["988"], sites: [cdc.gov]}
                approvedClaims: [{claim: "93% would recommend us", source: larkspur.example/survey}]
                staffDirectory: [{name: "Dr. Ines Farrow", role: Surgeon, publicOk: true}]
                protocols: [{id: P-1, text: Everybody wears a mask.}]
                authorizations: [{id: A-1, personName: Odd Halloran, platforms: [x], expires: "2027-01-31"}]
                accounts: [{id: main, platform: outbox, timeZone: America/New_York}]
                """);

        assertThat(file.organization().getAsOf()).isEqualTo(LocalDate.of(2026, 10, 1));
        assertThat(file.organization().getTownsInCounty().get(0).getPopulation())
                .isEqualTo(4120);
        assertThat(file.organization().getFacilities())
                .containsExactly(new Facility("Quill Pavilion", "Quill", "4 Pier Road"));
        assertThat(file.organization().getStaffDirectory())
                .containsExactly(new StaffMember("Dr. Ines Farrow", "", "Surgeon", true));
        assertThat(file.authorizations().get(0).getExpires()).isEqualTo(LocalDate.of(2027, 1, 31));
        assertThat(file.accounts().get(0).getTimeZone()).isEqualTo("America/New_York");
        assertThat(file.warnings()).isEmpty();
    }

    @Test
    void anUnknownFieldIsAWarningThatNamesItsPlace() throws IOException {
        OrganizationFile file = read("{name: L, colour: red, staffDirectory: [{name: Ines, shoeSize: 9}]}");

        assertThat(file.warnings()).hasSize(2);
        assertThat(String.join("\n", file.warnings())).contains("colour", "staffDirectory[0].shoeSize");
    }

    @Test
    void everyFaultIsNamedAtOnce() {
        assertThatThrownBy(() -> read("{phones: 911, asOf: soon, accounts: [{id: a, platform: x, timeZone: Mars}]}"))
                .isInstanceOfSatisfying(
                        InvalidOrganizationFile.class,
                        invalid -> assertThat(invalid.faults())
                                .hasSize(4)
                                .anyMatch(fault -> fault.startsWith("name is missing"))
                                .anyMatch(fault -> fault.startsWith("phones must be a list"))
                                .anyMatch(fault -> fault.startsWith("asOf must be a day"))
                                .anyMatch(fault -> fault.contains("time zone")));
    }

    @Test
    void whatIsNotYamlIsRefusedWithItsLine() {
        assertThatThrownBy(() -> read("name: x\nphones: [1, 2")).hasMessageContaining("is not YAML");
    }

    @Test
    void anEmptyFileIsRefused() {
        assertThatThrownBy(() -> read("")).isInstanceOf(InvalidOrganizationFile.class);
    }

    @Test
    void authorizationsMayBeMissing() throws IOException {
        assertThat(read("name: L").authorizations()).isEqualTo(List.of());
    }

    private static OrganizationFile read(String yaml) throws IOException {
        return OrganizationFile.read(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
    }
}
