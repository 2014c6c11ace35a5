package org.imprimatur.approver.audit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
     * Checks a packet, or a history with its seal in the last line.
     *
     * @param file a ZIP file, or lines of JSON
     * @param trusted the key that must have sealed it; empty to trust the one in the file
     * @throws IOException when the file can't be read
     */
    public static Report check(Path file, Optional<VerifyingKey> trusted) throws IOException {
        return isZip(file) ? packet(file, trusted) : history(file, trusted);
    }

    private static boolean isZip(Path file) throws IOException {
        try (InputStream start = Files.newInputStream(file)) {
            byte[] magic = start.readNBytes(2);
            return magic.length == 2 && magic[0] == 'P' && magic[1] == 'K';
        }
    }

    private static Report history(Path file, Optional<VerifyingKey> trusted) throws IOException {
        String name = String.valueOf(file.getFileName());
        Chains chains = new Chains(name);
        MessageDigest digest = Digest.begun();
        String last = "";
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            last = Objects.requireNonNullElse(lines.readLine(), "");
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                chains.add(last);
                digest.update(SealedHistory.bytes(last));
                last = line;
            }
        } catch (CharacterCodingException noText) {
            throw new IOException("it is no text in UTF-8", noText);
        }
        Optional<Seal> seal = SealedHistory.sealIn(last);
        if (seal.isEmpty()) {
            chains.add(last);
            return report(
                    chains,
                    Optional.empty(),
                    List.of(new Fault(name, "The last line is no seal, so the end was cut off.")));
        }
        List<Fault> faults = new ArrayList<>();
        Optional<String> sealedBy = seal.get().madeBy(trusted, name, faults);
        seal.get().read(name, faults).ifPresent(manifest -> {
            chains.compare(manifest.histories());
            boolean same = Digest.ended(digest).equals(manifest.files().get(Packet.HISTORY));
            if (!same && chains.faults().isEmpty()) {
                faults.add(new Fault(name, "The lines are not those that were sealed."));
            }
        });
        return report(chains, sealedBy, faults);
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
            Seal seal = new Seal(text(zip, Packet.MANIFEST), text(zip, Packet.SIGNATURE), text(zip, Packet.KEY));
            Optional<String> sealedBy = seal.madeBy(trusted, Packet.SIGNATURE, faults);
            Optional<Manifest> manifest = seal.read(Packet.MANIFEST, faults);
            if (manifest.isPresent()) {
                compare(zip, manifest.get(), faults);
                chains.compare(manifest.get().histories());
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

    private static String text(ZipFile zip, String name) throws IOException {
        try (InputStream in = open(zip, name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
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
