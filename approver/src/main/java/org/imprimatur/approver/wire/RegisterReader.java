package org.imprimatur.approver.wire;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.imprimatur.approver.post.Account;
import org.imprimatur.approver.post.Authorization;
import org.imprimatur.schemas.Topic;
import org.imprimatur.schemas.Topics;
import org.imprimatur.schemas.wire.Wire;

/** Reads accounts and authorizations as plain records; empty for bytes that are none. Safe for several threads. */
public final class RegisterReader {
    private final Deserializer<org.imprimatur.schemas.avro.Account> accounts;
    private final Deserializer<org.imprimatur.schemas.avro.Authorization> authorizations;

    public RegisterReader(Wire wire) {
        accounts = wire.serde(Topics.ACCOUNTS).deserializer();
        authorizations = wire.serde(Topics.AUTHORIZATIONS).deserializer();
    }

    /** A value of {@code accounts}. */
    public Optional<Account> account(byte[] bytes) {
        return read(accounts, Topics.ACCOUNTS, bytes, RegisterReader::account);
    }

    /** A value of {@code authorizations}. */
    public Optional<Authorization> authorization(byte[] bytes) {
        return read(authorizations, Topics.AUTHORIZATIONS, bytes, RegisterReader::authorization);
    }

    private static <A extends SpecificRecord, T> Optional<T> read(
            Deserializer<A> deserializer, Topic<A> topic, byte[] bytes, Function<A, T> meaning) {
        try {
            return Optional.ofNullable(deserializer.deserialize(topic.name(), bytes))
                    .map(meaning);
        } catch (SerializationException | IllegalArgumentException undecodable) {
            return Optional.empty();
        }
    }

    private static Account account(org.imprimatur.schemas.avro.Account account) {
        return new Account(
                account.getAccountId(),
                account.getPlatform().toLowerCase(Locale.ROOT),
                account.getHandle(),
                zone(account.getTimeZone()),
                Optional.ofNullable(account.getFrozen()));
    }

    private static Authorization authorization(org.imprimatur.schemas.avro.Authorization authorization) {
        return new Authorization(
                authorization.getAuthorizationId(),
                authorization.getPersonName(),
                authorization.getScope(),
                authorization.getPlatforms().stream()
                        .map(platform -> platform.toLowerCase(Locale.ROOT))
                        .collect(Collectors.toSet()),
                Optional.ofNullable(authorization.getExpires()),
                authorization.getRevokedAt() != null);
    }

    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException unknown) {
            return ZoneOffset.UTC;
        }
    }
}
