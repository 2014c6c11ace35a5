package org.imprimatur.ingest.wire;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.imprimatur.schemas.Topic;
import org.imprimatur.schemas.Topics;
import org.imprimatur.schemas.avro.Account;
import org.imprimatur.schemas.avro.Authorization;
import org.imprimatur.schemas.avro.Organization;
import org.imprimatur.schemas.wire.Wire;

/** What has to be written so that a file holds over what stands already; the profile comes last, since it says what came. */
final class OrganizationChanges {
    /** Headers of the profile: the ids that its file brought, one a line. */
    private static final String ACCOUNTS_BROUGHT = "imprimatur.accounts";

    private static final String AUTHORIZATIONS_BROUGHT = "imprimatur.authorizations";

    private final Wire wire;
    private final StandingRecords directory;
    private final StandingRecords knownAccounts;
    private final StandingRecords knownAuthorizations;
    private final Set<String> broughtAccounts = new TreeSet<>();
    private final Set<String> broughtAuthorizations = new TreeSet<>();
    private final List<ProducerRecord<String, byte[]>> records = new ArrayList<>();
    private final List<String> removed = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    OrganizationChanges(
            Wire wire, StandingRecords directory, StandingRecords accounts, StandingRecords authorizations) {
        this.wire = wire;
        this.directory = directory;
        this.knownAccounts = accounts;
        this.knownAuthorizations = authorizations;
    }

    List<ProducerRecord<String, byte[]>> records() {
        return List.copyOf(records);
    }

    List<String> removed() {
        return List.copyOf(removed);
    }

    List<String> warnings() {
        return List.copyOf(warnings);
    }

    /** A file that lists none leaves those that are known. */
    void accounts(List<Account> listed) {
        for (Account account : listed) {
            String id = account.getAccountId();
            Optional<Account> before = standing(Topics.ACCOUNTS, knownAccounts, id);
            write(Topics.ACCOUNTS, id, frozenAsBefore(account, before), before);
            broughtAccounts.add(id);
        }
        for (String id : gone(ACCOUNTS_BROUGHT, knownAccounts, broughtAccounts)) {
            boolean frozen = standing(Topics.ACCOUNTS, knownAccounts, id)
                    .filter(known -> known.getFrozen() != null)
                    .isPresent();
            if (!listed.isEmpty() && !frozen) {
                remove(Topics.ACCOUNTS, id);
                continue;
            }
            broughtAccounts.add(id);
            if (!listed.isEmpty()) {
                warnings.add(
                        "The account " + id + " is frozen, so it stays; end the freeze, then load the file again.");
            }
        }
        Set<String> known = new TreeSet<>(knownAccounts.keys());
        known.remove(Topics.EVERY_ACCOUNT);
        if (listed.isEmpty() && !known.isEmpty()) {
            warnings.add("The file lists no accounts; the known ones stay: " + String.join(", ", known));
        }
    }

    void authorizations(List<Authorization> listed) {
        for (Authorization authorization : listed) {
            String id = authorization.getAuthorizationId();
            Optional<Authorization> before = standing(Topics.AUTHORIZATIONS, knownAuthorizations, id);
            write(Topics.AUTHORIZATIONS, id, keptAsBefore(authorization, before), before);
            broughtAuthorizations.add(id);
        }
        for (String id : gone(AUTHORIZATIONS_BROUGHT, knownAuthorizations, broughtAuthorizations)) {
            boolean revoked = standing(Topics.AUTHORIZATIONS, knownAuthorizations, id)
                    .filter(known -> known.getRevokedAt() != null)
                    .isPresent();
            if (revoked) {
                broughtAuthorizations.add(id);
                warnings.add("The authorization " + id + " is revoked, so it stays: what it showed stays blocked.");
            } else {
                remove(Topics.AUTHORIZATIONS, id);
            }
        }
    }

    /** After the others, whose ids it keeps. */
    void profile(Organization organization) {
        boolean broughtTheSame = brought(ACCOUNTS_BROUGHT).equals(Optional.of(broughtAccounts))
                && brought(AUTHORIZATIONS_BROUGHT).equals(Optional.of(broughtAuthorizations));
        Optional<Organization> before = standing(Topics.DIRECTORY, directory, Topics.ORGANIZATION);
        if (broughtTheSame && before.filter(organization::equals).isPresent()) {
            return;
        }
        ProducerRecord<String, byte[]> record = record(Topics.DIRECTORY, Topics.ORGANIZATION, organization);
        record.headers()
                .add(ACCOUNTS_BROUGHT, lines(broughtAccounts))
                .add(AUTHORIZATIONS_BROUGHT, lines(broughtAuthorizations));
        records.add(record);
    }

    /** What the file before brought, still stands, and is not listed now. */
    private Set<String> gone(String header, StandingRecords known, Set<String> listed) {
        Set<String> gone = new TreeSet<>(brought(header).orElse(Set.of()));
        gone.retainAll(known.keys());
        gone.removeAll(listed);
        gone.remove(Topics.EVERY_ACCOUNT);
        return gone;
    }

    private Optional<Set<String>> brought(String header) {
        return directory.lines(Topics.ORGANIZATION, header);
    }

    /** People end freezes, files do not. */
    private static Account frozenAsBefore(Account listed, Optional<Account> before) {
        return before.filter(known -> known.getFrozen() != null)
                .map(known ->
                        Account.newBuilder(listed).setFrozen(known.getFrozen()).build())
                .orElse(listed);
    }

    /** A withdrawn word stays withdrawn, for a new form is a new authorization; and who keeps it is no matter of the file. */
    private static Authorization keptAsBefore(Authorization listed, Optional<Authorization> before) {
        return before.map(known -> Authorization.newBuilder(listed)
                        .setGroup(known.getGroup())
                        .setRevokedAt(known.getRevokedAt())
                        .setRevokedBy(known.getRevokedBy())
                        .setRevokedBecause(known.getRevokedBecause())
                        .build())
                .orElse(listed);
    }

    private <V extends SpecificRecord> Optional<V> standing(Topic<V> topic, StandingRecords known, String key) {
        return known.value(key)
                .flatMap(bytes ->
                        Optional.ofNullable(wire.serde(topic).deserializer().deserialize(topic.name(), bytes)));
    }

    /** What stands already is not written again: its time would say that it changed. */
    private <V extends SpecificRecord> void write(Topic<V> topic, String key, V wanted, Optional<V> before) {
        if (before.filter(wanted::equals).isEmpty()) {
            records.add(record(topic, key, wanted));
        }
    }

    private void remove(Topic<?> topic, String key) {
        records.add(tombstone(topic, key));
        removed.add(topic.name() + "/" + key);
    }

    private <V extends SpecificRecord> ProducerRecord<String, byte[]> record(Topic<V> topic, String key, V value) {
        return new ProducerRecord<>(
                topic.name(), key, wire.serde(topic).serializer().serialize(topic.name(), value));
    }

    @SuppressWarnings("NullAway") // Kafka's word for a tombstone is a value that is null.
    private static ProducerRecord<String, byte[]> tombstone(Topic<?> topic, String key) {
        return new ProducerRecord<>(topic.name(), key, null);
    }

    private static byte[] lines(Set<String> ids) {
        return String.join("\n", ids).getBytes(StandardCharsets.UTF_8);
    }
}
