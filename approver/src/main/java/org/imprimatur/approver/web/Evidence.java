package org.imprimatur.approver.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.imprimatur.approver.audit.Packet;
import org.imprimatur.approver.audit.SealingKey;
import org.imprimatur.approver.audit.VerifyingKey;
import org.imprimatur.approver.readmodel.Records;

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

    /**
     * A ZIP file.
     *
     * @param about such as {@code post ID}
     * @param authorizations those that the revisions name, as they stand now
     */
    byte[] packet(String about, Records records, List<String> authorizations, Instant now) {
        Map<String, String> files = new LinkedHashMap<>();
        files.put(Packet.HISTORY, lines(records.history()));
        files.put("revisions.jsonl", lines(records.revisions()));
        files.put("verdicts.jsonl", lines(records.verdicts()));
        files.put("deliveries.jsonl", lines(records.deliveries()));
        files.put("delivery-commands.jsonl", lines(records.orders()));
        files.put("authorizations.jsonl", lines(authorizations));
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        try {
            new Packet(about, files).write(zip, key(), now);
        } catch (IOException unwritable) {
            throw new UncheckedIOException("the packet can't be written", unwritable);
        }
        return zip.toByteArray();
    }

    private static String lines(List<String> lines) {
        return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
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
