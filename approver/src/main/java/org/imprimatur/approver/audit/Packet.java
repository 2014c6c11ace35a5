package org.imprimatur.approver.audit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * One ZIP file that proves what happened: the files, a manifest of their digests, the manifest's signature, the key to
 * check it with and how to.
 *
 * @param about such as {@code post ID}
 * @param files texts by file name; {@link #HISTORY} must be among them
 */
public record Packet(String about, Map<String, String> files) {

    /** The histories, one event a line as JSON. */
    public static final String HISTORY = "history.jsonl";

    static final String MANIFEST = "manifest.json";
    static final String SIGNATURE = "manifest.sig";
    static final String KEY = "public-key.pem";
    static final String INSTRUCTIONS = "VERIFY.txt";

    public Packet {
        files = new LinkedHashMap<>(files);
        if (!files.containsKey(HISTORY)) {
            throw new IllegalArgumentException("evidence without a history");
        }
    }

    /** Writes it; the stream stays open. */
    public void write(OutputStream to, SealingKey key, Instant now) throws IOException {
        Map<String, String> digests = new TreeMap<>();
        files.forEach((name, text) -> digests.put(name, Digest.of(utf8(text))));
        digests.put(INSTRUCTIONS, Digest.of(utf8(instructions())));
        byte[] manifest = new Manifest(Manifest.FORMAT, about, now.toString(), digests, heads()).bytes();
        ZipOutputStream zip = new ZipOutputStream(to);
        entry(zip, INSTRUCTIONS, utf8(instructions()));
        for (Map.Entry<String, String> file : files.entrySet()) {
            entry(zip, file.getKey(), utf8(file.getValue()));
        }
        entry(zip, MANIFEST, manifest);
        entry(zip, SIGNATURE, utf8(key.sign(manifest) + "\n"));
        entry(zip, KEY, utf8(key.publicKey().pem()));
        zip.finish();
    }

    private Map<String, Head> heads() {
        Chains chains = new Chains(HISTORY);
        lines().forEach(chains::add);
        return chains.heads();
    }

    private List<String> lines() {
        return files.getOrDefault(HISTORY, "").lines().toList();
    }

    private static void entry(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(bytes);
        zip.closeEntry();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String instructions() {
        try (InputStream text = Packet.class.getResourceAsStream(INSTRUCTIONS)) {
            if (text == null) {
                throw new IllegalStateException("the instructions are not on the class path");
            }
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public String toString() {
        return "Packet[" + about + ", " + files.keySet() + "]";
    }
}
