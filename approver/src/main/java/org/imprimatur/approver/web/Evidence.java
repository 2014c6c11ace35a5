package org.imprimatur.approver.web;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.imprimatur.approver.audit.Packet;
import org.imprimatur.approver.audit.SealedHistory;
import org.imprimatur.approver.audit.SealingKey;
import org.imprimatur.approver.audit.VerifyingKey;
import org.imprimatur.approver.readmodel.Records;
import org.imprimatur.approver.readmodel.Register;

/** Seals what was written about posts into a file that is checked without us. Safe for use by many threads. */
public final class Evidence {
    private final Path keyFile;
    private Optional<SealingKey> key = Optional.empty();

    /**
     * With the house's own key.
     *
     * @param keyFile where it is kept; made when it is first needed
     */
    public Evidence(Path keyFile) {
        this.keyFile = keyFile;
    }

    /** What verifies it; whoever will check evidence keeps a copy from before. */
    VerifyingKey publicKey() {
        return key().publicKey();
    }

    /** The history of a post, sealed in its last line. */
    String history(String postId, Records records, Instant now) {
        List<String> lines = new ArrayList<>();
        records.history(lines::add);
        return SealedHistory.of("post " + postId, lines, key(), now);
    }

    /**
     * Writes a ZIP file record by record; the stream stays open.
     *
     * @param about such as {@code post ID}
     * @param register has the authorizations that the revisions name, as they stand now
     */
    void packet(OutputStream to, String about, Records records, Register register, Instant now) throws IOException {
        Packet packet = new Packet(to);
        packet.file(Packet.HISTORY, records::history);
        packet.file("revisions.jsonl", records::revisions);
        packet.file("verdicts.jsonl", records::verdicts);
        packet.file("deliveries.jsonl", records::deliveries);
        packet.file("delivery-commands.jsonl", records::orders);
        packet.file(
                "authorizations.jsonl",
                sink -> records.authorizations()
                        .forEach(id -> register.lines(List.of(id)).forEach(sink)));
        packet.seal(about, key(), now);
    }

    private synchronized SealingKey key() {
        SealingKey usable = key.orElseGet(this::read);
        key = Optional.of(usable);
        return usable;
    }

    private SealingKey read() {
        try {
            return SealingKey.at(keyFile);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the key that seals evidence can't be read", unreadable);
        }
    }
}
