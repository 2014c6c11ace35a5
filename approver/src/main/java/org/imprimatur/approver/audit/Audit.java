package org.imprimatur.approver.audit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Checks evidence offline: nothing is asked of anybody. */
public final class Audit {

    private static final Set<String> SEAL = Set.of(Packet.MANIFEST, Packet.SIGNATURE, Packet.KEY);

    private Audit() {}

    /**
     * Checks a packet, or a bare history, of which a cut-off end can't be seen.
     *
     * @param file a ZIP file, or lines of JSON
     * @param trusted the key that the packet must be sealed with; empty to trust the packet's own
     * @throws IOException when the file can't be read
     */
    public static Report check(Path file, Optional<VerifyingKey> trusted) throws IOException {
        return isZip(file) ? packet(file, trusted) : history(file);
    }

    private static boolean isZip(Path file) throws IOException {
        try (InputStream start = Files.newInputStream(file)) {
            byte[] magic = start.readNBytes(2);
            return magic.length == 2 && magic[0] == 'P' && magic[1] == 'K';
        }
    }

    private static Report history(Path file) throws IOException {
        Chains chains = new Chains(String.valueOf(file.getFileName()));
        try (Stream<String> lines = Files.lines(file)) {
            lines.forEach(chains::add);
        }
        return report(chains, Optional.empty(), List.of());
    }

    private static Report packet(Path file, Optional<VerifyingKey> trusted) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            List<Fault> faults = new ArrayList<>();
            Chains chains = new Chains(Packet.HISTORY);
            try (BufferedReader lines =
                    new BufferedReader(new InputStreamReader(open(zip, Packet.HISTORY), StandardCharsets.UTF_8))) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    chains.add(line);
                }
            }
            byte[] sealed = bytes(zip, Packet.MANIFEST);
            Optional<String> sealedBy = seal(zip, sealed, trusted, faults);
            try {
                Manifest manifest = Manifest.read(sealed);
                compare(zip, manifest, faults);
                chains.compare(manifest.histories());
            } catch (IOException noManifest) {
                faults.add(new Fault(Packet.MANIFEST, "This is no manifest of the format " + Manifest.FORMAT + "."));
            }
            return report(chains, sealedBy, faults);
        } catch (ZipException damaged) {
            return new Report(
                    0,
                    0,
                    Optional.empty(),
                    List.of(new Fault(String.valueOf(file.getFileName()), "The file is damaged.")));
        }
    }

    private static Optional<String> seal(
            ZipFile zip, byte[] manifest, Optional<VerifyingKey> trusted, List<Fault> faults) throws IOException {
        try {
            VerifyingKey key = trusted.isPresent()
                    ? trusted.get()
                    : VerifyingKey.ofPem(new String(bytes(zip, Packet.KEY), StandardCharsets.UTF_8));
            if (key.verifies(manifest, new String(bytes(zip, Packet.SIGNATURE), StandardCharsets.US_ASCII))) {
                return Optional.of(key.fingerprint());
            }
            faults.add(new Fault(
                    Packet.SIGNATURE,
                    "The signature is not by this key over this manifest: the manifest was changed, or another"
                            + " key made it."));
        } catch (IOException noKey) {
            faults.add(new Fault(Packet.KEY, "The key can't be read; give the organization's key with --key."));
        }
        return Optional.empty();
    }

    private static void compare(ZipFile zip, Manifest manifest, List<Fault> faults) throws IOException {
        Set<String> there = zip.stream().map(ZipEntry::getName).collect(Collectors.toCollection(TreeSet::new));
        for (Map.Entry<String, String> file : manifest.files().entrySet()) {
            if (!there.contains(file.getKey())) {
                faults.add(new Fault(file.getKey(), "The file is missing."));
            } else if (!digest(zip, file.getKey()).equals(file.getValue())) {
                faults.add(new Fault(file.getKey(), "The file is not the one that was sealed."));
            }
        }
        there.stream()
                .filter(name -> !manifest.files().containsKey(name) && !SEAL.contains(name))
                .forEach(name -> faults.add(new Fault(name, "The file was added after the packet was sealed.")));
        List<String> names = zip.stream().map(ZipEntry::getName).toList();
        names.stream()
                .filter(name -> Collections.frequency(names, name) > 1)
                .distinct()
                .forEach(name -> faults.add(new Fault(name, "The file is in the packet more than once.")));
    }

    private static String digest(ZipFile zip, String name) throws IOException {
        try (InputStream in = open(zip, name)) {
            return Digest.of(in);
        }
    }

    private static byte[] bytes(ZipFile zip, String name) throws IOException {
        try (InputStream in = open(zip, name)) {
            return in.readAllBytes();
        }
    }

    /** What is not there is empty; that it is missing is then said by what compares it. */
    private static InputStream open(ZipFile zip, String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        return entry == null ? InputStream.nullInputStream() : zip.getInputStream(entry);
    }

    private static Report report(Chains chains, Optional<String> sealedBy, List<Fault> more) {
        List<Fault> faults =
                Stream.concat(chains.faults().stream(), more.stream()).toList();
        return new Report(chains.heads().size(), chains.events(), sealedBy, faults);
    }
}
