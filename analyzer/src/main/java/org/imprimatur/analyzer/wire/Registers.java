package org.imprimatur.analyzer.wire;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.imprimatur.analyzer.draft.Authorization;
import org.imprimatur.analyzer.organization.Claim;
import org.imprimatur.analyzer.organization.Contacts;
import org.imprimatur.analyzer.organization.Facility;
import org.imprimatur.analyzer.organization.Organization;
import org.imprimatur.analyzer.organization.Protocol;
import org.imprimatur.analyzer.organization.StaffMember;
import org.imprimatur.analyzer.organization.Town;
import org.imprimatur.analyzer.policy.Account;
import org.imprimatur.schemas.avro.PublicContacts;

/** What the topics {@code accounts}, {@code authorizations} and {@code directory} register. */
final class Registers {

    private Registers() {}

    static Account account(org.imprimatur.schemas.avro.Account account) {
        return new Account(
                account.getAccountId(),
                account.getPlatform().toLowerCase(Locale.ROOT),
                account.getHandle(),
                account.getFacility(),
                zone(account.getTimeZone()),
                Optional.ofNullable(account.getFrozen()));
    }

    static Authorization authorization(org.imprimatur.schemas.avro.Authorization authorization) {
        return new Authorization(
                authorization.getAuthorizationId(),
                authorization.getPersonName(),
                authorization.getScope(),
                lowerCase(authorization.getPlatforms()),
                Optional.ofNullable(authorization.getExpires()),
                authorization.getRevokedAt() != null,
                authorization.getGroup());
    }

    static Organization organization(org.imprimatur.schemas.avro.Organization profile) {
        PublicContacts others = profile.getKnownPublicContacts();
        return new Organization(
                profile.getName(),
                profile.getShort$(),
                profile.getKind(),
                profile.getTown(),
                profile.getCounty(),
                profile.getState(),
                profile.getLanguages(),
                Optional.ofNullable(profile.getAsOf()),
                profile.getTownsInCounty().stream().map(Registers::town).toList(),
                profile.getFacilities().stream()
                        .map(site -> new Facility(site.getName(), site.getShort$(), site.getAddress()))
                        .toList(),
                new Contacts(profile.getPhones(), profile.getSites(), profile.getEmails(), profile.getHandles()),
                new Contacts(others.getPhones(), others.getSites(), others.getEmails(), others.getHandles()),
                profile.getKnownPlacesAndPartners(),
                profile.getApprovedClaims().stream()
                        .map(claim -> new Claim(claim.getClaim(), claim.getSource()))
                        .toList(),
                profile.getStaffDirectory().stream()
                        .map(member -> new StaffMember(
                                member.getName(), member.getAka(), member.getRole(), member.getPublicOk()))
                        .toList(),
                profile.getProtocols().stream()
                        .map(protocol -> new Protocol(protocol.getId(), protocol.getText()))
                        .toList());
    }

    /** A name that is no time zone counts as UTC; expiry is then judged some hours early or late, never not at all. */
    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException unknown) {
            return ZoneOffset.UTC;
        }
    }

    private static Town town(org.imprimatur.schemas.avro.Town town) {
        Integer population = town.getPopulation();
        return new Town(town.getName(), population == null ? OptionalInt.empty() : OptionalInt.of(population));
    }

    private static Set<String> lowerCase(List<String> platforms) {
        return platforms.stream()
                .map(platform -> platform.toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }
}
