package org.imprimatur.publisher.topology;

import java.time.Instant;
import java.util.List;
import org.imprimatur.publisher.delivery.Order;
import org.imprimatur.publisher.gate.Recheck;
import org.imprimatur.publisher.wire.AuthorizationRecord;
import org.imprimatur.publisher.wire.BlockedRecord;

/**
 * Carries out a revocation: what waits is cancelled, what is live is taken down before anything else of its account, and
 * what it showed is not shown again.
 */
final class Revocations {
    /** A person's withdrawn word goes before every other take-down. */
    private static final int FIRST_OF_ALL = 100;

    private final Gatekeeper keeper;
    private final PostBook book;
    private final Registers registers;
    private final Watch watch;
    private final Outbound out;

    Revocations(Gatekeeper keeper, PostBook book, Registers registers, Watch watch, Outbound out) {
        this.keeper = keeper;
        this.book = book;
        this.registers = registers;
        this.watch = watch;
        this.out = out;
    }

    void look(Instant now) {
        for (String id : watch.authorizations()) {
            registers
                    .authorization(id)
                    .filter(AuthorizationRecord::isRevoked)
                    .ifPresent(revoked -> watch.take(id).forEach(entry -> carryOut(entry, revoked, now)));
        }
    }

    private void carryOut(Watch.Entry entry, AuthorizationRecord revoked, Instant now) {
        String reason = Recheck.revoked(entry.authorization());
        Order order = new Order(Order.Kind.TAKE_DOWN, "authorization " + entry.authorization(), reason, FIRST_OF_ALL);
        List<String> covered = revoked.pictures();
        entry.pictures().stream()
                .filter(hash -> covered.isEmpty() || covered.contains(hash))
                .forEach(hash -> out.blocked(BlockedRecord.of(hash, entry.authorization(), reason, now)));
        book.delivery(entry.delivery()).ifPresent(known -> keeper.give(order, known, now));
    }
}
