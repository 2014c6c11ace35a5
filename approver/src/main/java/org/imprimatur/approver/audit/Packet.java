package org.imprimatur.approver.audit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes one ZIP file that proves what happened: the files, a manifest of their digests, the manifest's signature, the key to
 * check it with and how to. Each line goes out as it comes; only where each history ends stays in memory.
 *
 * <p>Begin it, add every file ({@link #HISTORY} among them), then {@link #seal} it. For one thread.
 */
public final class Packet {

    /** The histories, one event a line as JSON. */
    public static final String HISTORY = "history.jsonl";

    static final String MANIFEST = "manifest.json";
    static final String SIGNATURE = "manifest.sig";
    static final String KEY = "public-key.pem";
    static final String INSTRUCTIONS = "VERIFY.txt";

    private final ZipOutputStream zip;
    private final Map<String, String> digests = new TreeMap<>();
    private final Chains chains = new Chains(HISTORY);

    /** Begins one on this stream, which stays open. */
    public Packet(OutputStream to) throws IOException {
        zip = new ZipOutputStream(to);
        byte[] instructions = instructions();
        entry(INSTRUCTIONS, instructions);
        digests.put(INSTRUCTIONS, Digest.of(instructions));
    }

    /**
     * Adds a file.
     *
     * @param name of the file
     * @param source gives its lines, in order, to what it is given
     */
    public void file(String name, Consumer<Consumer<String>> source) throws IOException {
        MessageDigest digest = Digest.begun();
        zip.putNextEntry(new ZipEntry(name));
        try {
            source.accept(line -> line(name, line, digest));
        } catch (UncheckedIOException unwritable) {
            throw new IOException("the packet can't be written", unwritable);
        }
        zip.closeEntry();
        digests.put(name, Digest.ended(digest));
    }

    private void line(String name, String line, MessageDigest digest) {
        byte[] bytes = utf8(line + "\n");
        digest.update(bytes);
        try {
            zip.write(bytes);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        if (name.equals(HISTORY)) {
            chains.add(line);
        }
    }

    /**
     * Ends it.
     *
     * @param about such as {@code post ID}
     */
    public void seal(String about, SealingKey key, Instant now) throws IOException {
        if (!digests.containsKey(HISTORY)) {
            throw new IllegalStateException("evidence without a history");
        }
        Seal seal = Seal.over(new Manifest(Manifest.FORMAT, about, now.toString(), digests, chains.heads()), key);
        entry(MANIFEST, utf8(seal.manifest()));
        entry(SIGNATURE, utf8(seal.signature() + "\n"));
        entry(KEY, utf8(seal.publicKey()));
        zip.finish();
    }

    private void entry(String name, byte[] bytes) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(bytes);
        zip.closeEntry();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] instructions() throws IOException {
        try (InputStream text = Packet.class.getResourceAsStream(INSTRUCTIONS)) {
            if (text == null) {
                throw new IllegalStateException("the instructions are not on the class path");
            }
            return text.readAllBytes();
        }
    }
}
