package org.imprimatur.approver.wire;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.imprimatur.approver.post.Account;
import org.imprimatur.approver.post.SignedAuthorization;
import org.imprimatur.approver.wire.publishing.AuthorizationRecords;
import org.imprimatur.schemas.Topics;
import org.imprimatur.schemas.wire.Wire;

/** Reads accounts and authorizations as plain records; empty for bytes that are none. Safe for several threads. */
public final class RegisterReader {
    private final Deserializer<org.imprimatur.schemas.avro.Account> accounts;
    private final AuthorizationRecords authorizations;

    public RegisterReader(Wire wire) {
        accounts = wire.serde(Topics.ACCOUNTS).deserializer();
        authorizations = new AuthorizationRecords(wire);
    }

    /** A value of {@code accounts}. */
    public Optional<Account> account(byte[] bytes) {
        try {
            return Optional.ofNullable(accounts.deserialize(Topics.ACCOUNTS.name(), bytes))
                    .map(RegisterReader::account);
        } catch (SerializationException | IllegalArgumentException undecodable) {
            return Optional.empty();
        }
    }

    /** A value of {@code authorizations}. */
    public Optional<SignedAuthorization> authorization(byte[] bytes) {
        try {
            return Optional.of(authorizations.signed(bytes));
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

    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException unknown) {
            return ZoneOffset.UTC;
        }
    }
}
