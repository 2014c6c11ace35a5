package org.imprimatur.publisher.worker;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.serialization.Deserializer;
import org.imprimatur.publisher.gate.Circumstances;
import org.imprimatur.publisher.gate.Clearance;
import org.imprimatur.publisher.gate.Consent;
import org.imprimatur.publisher.gate.Destination;
import org.imprimatur.publisher.gate.Recheck;
import org.imprimatur.publisher.wire.AccountRecord;
import org.imprimatur.publisher.wire.AuthorizationRecord;
import org.imprimatur.publisher.wire.BlockedRecord;
import org.imprimatur.publisher.wire.PolicyRecord;
import org.imprimatur.publisher.wire.PublisherSerdes;
import org.imprimatur.schemas.Topics;

/** The newest record of each key; what can't be read stands for what lets nothing out. */
final class Pages {
    private static final String UNREADABLE = "its record can't be read";

    /**
     * An authorization as it is on file.
     *
     * @param pictures hashes of what it covers by name
     */
    private record Signed(Consent consent, List<String> pictures) {}

    private final PublisherSerdes serdes;
    private final Map<String, Destination> accounts = new HashMap<>();
    private final Map<String, String> policies = new HashMap<>();
    private final Map<String, Signed> authorizations = new HashMap<>();
    private final Map<String, String> blocked = new HashMap<>();

    Pages(PublisherSerdes serdes) {
        this.serdes = serdes;
    }

    void account(String key, ConsumerRecord<byte[], byte[]> record) {
        turn(accounts, key, record, serdes.accounts().deserializer(), AccountRecord::destination)
                .ifPresent(
                        unreadable -> accounts.put(key, new Destination("", Optional.of(unreadable), ZoneOffset.UTC)));
    }

    void policy(String key, ConsumerRecord<byte[], byte[]> record) {
        turn(policies, key, record, serdes.policies().deserializer(), PolicyRecord::label)
                .ifPresent(unreadable -> policies.put(key, unreadable));
    }

    void authorization(String key, ConsumerRecord<byte[], byte[]> record) {
        Instant at = Instant.ofEpochMilli(record.timestamp());
        Function<AuthorizationRecord, Signed> read = signed -> new Signed(signed.consent(at), signed.pictures());
        turn(authorizations, key, record, serdes.authorizations().deserializer(), read)
                .ifPresent(unreadable -> authorizations.put(
                        key, new Signed(new Consent(Set.of(), Optional.empty(), true, at), List.of())));
    }

    void blocked(String key, ConsumerRecord<byte[], byte[]> record) {
        turn(blocked, key, record, serdes.blocked().deserializer(), BlockedRecord::reason)
                .ifPresent(unreadable -> blocked.put(key, unreadable));
    }

    /** Everything that this release rests on. */
    Circumstances of(Clearance release) {
        Map<String, Consent> consents = new HashMap<>();
        release.authorizations()
                .forEach(id -> Optional.ofNullable(authorizations.get(id))
                        .ifPresent(signed -> consents.put(id, signed.consent())));
        Map<String, String> reasons = new HashMap<>();
        for (String hash : release.media()) {
            authorizations.forEach((id, signed) -> {
                if (signed.consent().revoked() && signed.pictures().contains(hash)) {
                    reasons.put(hash, Recheck.revoked(id));
                }
            });
            Optional.ofNullable(blocked.get(hash)).ifPresent(why -> reasons.put(hash, why));
        }
        return new Circumstances(
                Optional.ofNullable(accounts.get(release.id().account())),
                Optional.ofNullable(accounts.get(Topics.EVERY_ACCOUNT)).flatMap(Destination::frozen),
                Optional.ofNullable(policies.get(Topics.ACTIVE_POLICY)).orElse(""),
                consents,
                reasons);
    }

    /** Takes a record in; answers why it can't be read. */
    private static <A, V> Optional<String> turn(
            Map<String, V> page,
            String key,
            ConsumerRecord<byte[], byte[]> record,
            Deserializer<A> deserializer,
            Function<A, V> read) {
        if (record.value() == null) {
            page.remove(key);
            return Optional.empty();
        }
        try {
            page.put(key, read.apply(deserializer.deserialize(record.topic(), record.value())));
            return Optional.empty();
        } catch (RetriableException later) {
            throw later;
        } catch (RuntimeException unreadable) {
            return Optional.of(UNREADABLE);
        }
    }
}
