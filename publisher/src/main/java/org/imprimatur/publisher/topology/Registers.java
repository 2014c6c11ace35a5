package org.imprimatur.publisher.topology;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.TimestampedKeyValueStore;
import org.apache.kafka.streams.state.ValueAndTimestamp;
import org.imprimatur.publisher.gate.Circumstances;
import org.imprimatur.publisher.gate.Clearance;
import org.imprimatur.publisher.gate.Consent;
import org.imprimatur.publisher.gate.Destination;
import org.imprimatur.publisher.gate.Recheck;
import org.imprimatur.publisher.wire.AccountRecord;
import org.imprimatur.publisher.wire.AuthorizationRecord;
import org.imprimatur.publisher.wire.BlockedRecord;
import org.imprimatur.publisher.wire.PolicyRecord;
import org.imprimatur.schemas.Topic;
import org.imprimatur.schemas.Topics;

/** What the compacted topics say by now. */
final class Registers {
    private final TimestampedKeyValueStore<String, AccountRecord> accounts;
    private final TimestampedKeyValueStore<String, PolicyRecord> policies;
    private final TimestampedKeyValueStore<String, AuthorizationRecord> authorizations;
    private final TimestampedKeyValueStore<String, BlockedRecord> blocked;

    Registers(ProcessorContext<?, ?> context) {
        accounts = store(context, Topics.ACCOUNTS);
        policies = store(context, Topics.POLICIES);
        authorizations = store(context, Topics.AUTHORIZATIONS);
        blocked = store(context, Topics.BLOCKED_PICTURES);
    }

    /** Everything that this release rests on. */
    Circumstances of(Clearance release) {
        Map<String, Consent> consents = new HashMap<>();
        release.authorizations()
                .forEach(id -> Optional.ofNullable(authorizations.get(id))
                        .ifPresent(known ->
                                consents.put(id, known.value().consent(Instant.ofEpochMilli(known.timestamp())))));
        return new Circumstances(
                account(release.id().account()),
                account(Topics.EVERY_ACCOUNT).flatMap(Destination::frozen),
                value(policies, Topics.ACTIVE_POLICY).map(PolicyRecord::label).orElse(""),
                consents,
                blocked(release));
    }

    /** The authorization as it is on file. */
    Optional<AuthorizationRecord> authorization(String id) {
        return value(authorizations, id);
    }

    private Optional<Destination> account(String id) {
        return value(accounts, id).map(AccountRecord::destination);
    }

    /** Also those that a revoked authorization covers by name, though nothing was ever published with them. */
    private Map<String, String> blocked(Clearance release) {
        Map<String, String> reasons = new HashMap<>();
        if (release.media().isEmpty()) {
            return reasons;
        }
        Set<String> shown = new HashSet<>(release.media());
        try (KeyValueIterator<String, ValueAndTimestamp<AuthorizationRecord>> all = authorizations.all()) {
            all.forEachRemaining(entry -> {
                if (entry.value.value().isRevoked()) {
                    entry.value.value().pictures().stream()
                            .filter(shown::contains)
                            .forEach(hash -> reasons.put(hash, Recheck.revoked(entry.key)));
                }
            });
        }
        shown.forEach(hash -> value(blocked, hash).ifPresent(said -> reasons.put(hash, said.reason())));
        return reasons;
    }

    private static <V> Optional<V> value(TimestampedKeyValueStore<String, V> store, String key) {
        return Optional.ofNullable(store.get(key)).map(ValueAndTimestamp::value);
    }

    private static <V> TimestampedKeyValueStore<String, V> store(ProcessorContext<?, ?> context, Topic<?> topic) {
        return context.getStateStore(topic.name());
    }
}
