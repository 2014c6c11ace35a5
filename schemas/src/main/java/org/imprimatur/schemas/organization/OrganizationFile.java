package org.imprimatur.schemas.organization;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import org.imprimatur.schemas.avro.Account;
import org.imprimatur.schemas.avro.Authorization;
import org.imprimatur.schemas.avro.Claim;
import org.imprimatur.schemas.avro.Facility;
import org.imprimatur.schemas.avro.Organization;
import org.imprimatur.schemas.avro.Protocol;
import org.imprimatur.schemas.avro.PublicContacts;
import org.imprimatur.schemas.avro.StaffMember;
import org.imprimatur.schemas.avro.Town;
import org.jspecify.annotations.Nullable;

/**
 * What an organization's file says: its profile, its patients' authorizations and its accounts.
 *
 * <p>Only {@code name} is required. An unknown field is a warning, a value of the wrong kind a fault.
 *
 * @param warnings sentences about fields that were ignored, in the order of the file
 */
public record OrganizationFile(
        Organization organization, List<Authorization> authorizations, List<Account> accounts, List<String> warnings) {

    private static final YAMLMapper YAML = new YAMLMapper();

    /**
     * Reads a file.
     *
     * @throws InvalidOrganizationFile naming every fault
     * @throws IOException when the file can't be read at all
     */
    public static OrganizationFile read(Path file) throws IOException {
        try (InputStream content = Files.newInputStream(file)) {
            return read(content);
        }
    }

    /** The same for content that is open already; does not close it. */
    public static OrganizationFile read(InputStream content) throws IOException {
        Entry.Remarks remarks = new Entry.Remarks();
        Entry root = new Entry("", parse(content), remarks);
        OrganizationFile file = new OrganizationFile(
                organization(root),
                root.entries("authorizations", OrganizationFile::authorization),
                root.entries("accounts", entry -> account(entry, remarks)),
                remarks.warnings());
        root.close();
        if (!remarks.faults().isEmpty()) {
            throw new InvalidOrganizationFile(remarks.faults());
        }
        return file;
    }

    /** The profile of an organization of which nothing is known but its name. */
    public static Organization empty(String name) {
        return Organization.newBuilder()
                .setName(name)
                .setKnownPublicContacts(PublicContacts.newBuilder().build())
                .build();
    }

    private static JsonNode parse(InputStream content) throws IOException {
        try {
            return YAML.readTree(content);
        } catch (JsonProcessingException malformed) {
            throw new InvalidOrganizationFile(List.of(
                    "line " + malformed.getLocation().getLineNr() + " is not YAML: " + malformed.getOriginalMessage()));
        }
    }

    private static Organization organization(Entry root) {
        return Organization.newBuilder()
                .setName(root.required("name"))
                .setShort$(root.text("short"))
                .setKind(root.text("kind"))
                .setTown(root.text("town"))
                .setCounty(root.text("county"))
                .setState(root.text("state"))
                .setLanguages(root.texts("languages", "code"))
                .setAsOf(root.day("asOf").orElse(null))
                .setTownsInCounty(root.entries("townsInCounty", OrganizationFile::town))
                .setFacilities(root.entries("facilities", OrganizationFile::facility))
                .setPhones(root.texts("phones", "number"))
                .setSites(root.texts("sites", "site"))
                .setEmails(root.texts("emails", "email"))
                .setHandles(root.texts("handles", "handle"))
                .setKnownPublicContacts(root.entry("knownPublicContacts", OrganizationFile::publicContacts))
                .setKnownPlacesAndPartners(root.texts("knownPlacesAndPartners", "name"))
                .setApprovedClaims(root.entries("approvedClaims", OrganizationFile::claim))
                .setStaffDirectory(root.entries("staffDirectory", OrganizationFile::staffMember))
                .setProtocols(root.entries("protocols", OrganizationFile::protocol))
                .build();
    }

    private static Town town(Entry entry) {
        return new Town(entry.required("name"), entry.number("population").orElse(null));
    }

    private static Facility facility(Entry entry) {
        entry.ignore("note");
        return new Facility(entry.required("name"), entry.text("short"), entry.text("address"));
    }

    private static PublicContacts publicContacts(Entry entry) {
        return new PublicContacts(
                entry.texts("phones", "number"),
                entry.texts("sites", "site"),
                entry.texts("emails", "email"),
                entry.texts("handles", "handle"));
    }

    private static Claim claim(Entry entry) {
        return new Claim(entry.required("claim"), entry.text("source"));
    }

    private static StaffMember staffMember(Entry entry) {
        return new StaffMember(entry.required("name"), entry.text("aka"), entry.text("role"), entry.flag("publicOk"));
    }

    private static Protocol protocol(Entry entry) {
        return new Protocol(entry.required("id"), entry.required("text"));
    }

    private static Authorization authorization(Entry entry) {
        return Authorization.newBuilder()
                .setAuthorizationId(entry.required("id"))
                .setPersonName(entry.required("personName"))
                .setScope(entry.text("scope"))
                .setDisclosedBy(entry.text("disclosedBy"))
                .setRecipients(entry.text("recipients"))
                .setPurpose(entry.text("purpose"))
                .setPlatforms(entry.texts("platforms", "name"))
                .setExpires(entry.day("expires").orElse(null))
                .setExpiryEvent(said(entry.text("expiryEvent")))
                .setSignedOn(entry.day("signedOn").orElse(null))
                .setRepresentative(said(entry.text("representative")))
                .setPeople(entry.texts("people", "name"))
                .setPictures(entry.texts("pictures", "hash"))
                .setFormHash(said(entry.text("formHash")))
                .build();
    }

    private static Account account(Entry entry, Entry.Remarks remarks) {
        String id = entry.required("id");
        String zone = entry.text("timeZone");
        return Account.newBuilder()
                .setAccountId(id)
                .setPlatform(entry.required("platform"))
                .setHandle(entry.text("handle"))
                .setFacility(entry.text("facility"))
                .setGroup(entry.text("group"))
                .setTimeZone(zone.isEmpty() ? "UTC" : known(zone, id, remarks))
                .setFrozen(said(entry.text("frozen")))
                .build();
    }

    private static @Nullable String said(String text) {
        return text.isEmpty() ? null : text;
    }

    private static String known(String zone, String account, Entry.Remarks remarks) {
        try {
            return ZoneId.of(zone).getId();
        } catch (DateTimeException unknown) {
            remarks.faults()
                    .add("the account " + account
                            + " has a time zone that does not exist; use a name such as America/Los_Angeles");
            return "UTC";
        }
    }
}
