package org.imprimatur.publisher.wire;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.imprimatur.publisher.gate.Destination;
import org.imprimatur.schemas.avro.Account;

/** A record of the topic of accounts. */
public record AccountRecord(Account account) {
    public Destination destination() {
        return new Destination(
                account.getPlatform().toLowerCase(Locale.ROOT),
                Optional.ofNullable(account.getFrozen()),
                zone(account.getTimeZone()));
    }

    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException unknown) {
            return ZoneOffset.UTC;
        }
    }
}
