package org.imprimatur.standalone.first;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.imprimatur.kit.identity.ApiKeys;
import org.imprimatur.kit.identity.LocalAccounts;
import org.imprimatur.kit.settings.Secret;

/**
 * Makes the sample people with random passwords, once for a folder.
 *
 * <p>They are made in a folder beside the real one, the sheet is written, and then the folder is renamed: a kill leaves
 * either nobody who could sign in, or people whose passwords are on the sheet.
 */
public final class FirstSignIn {

    /** The author whose key is on the sheet and who sends the samples. */
    public static final String AUTHOR = "ana";

    private static final Map<String, Set<String>> PEOPLE = new TreeMap<>(Map.of(
            AUTHOR,
            Set.of("author"),
            "omar",
            Set.of("author"),
            "rosa",
            Set.of("reviewer"),
            "ravi",
            Set.of("reviewer"),
            "admin",
            Set.of("administrator"),
            "audit",
            Set.of("auditor"),
            "pia",
            Set.of("policy-editor")));
    private static final List<String> ORDER = List.of(AUTHOR, "omar", "rosa", "ravi", "pia", "admin", "audit");

    private final Path identity;
    private final Path draft;
    private final Path sheet;

    public FirstSignIn(Path data) {
        this.identity = data.resolve("identity");
        this.draft = data.resolve("identity.new");
        this.sheet = data.resolve("first-sign-in.txt");
    }

    public LocalAccounts accounts() {
        return accounts(identity);
    }

    public ApiKeys keys() {
        return keys(identity);
    }

    public Path sheet() {
        return sheet;
    }

    /** Makes the people and returns their sheet, or nothing when there are people already. */
    public Optional<SignInSheet> ensure(String console, String api) {
        if (Files.isDirectory(identity)) {
            return Optional.empty();
        }
        try {
            delete(draft);
            LocalAccounts accounts = accounts(draft);
            List<SignInSheet.Line> lines = ORDER.stream()
                    .map(id -> line(accounts, id, PEOPLE.getOrDefault(id, Set.of())))
                    .toList();
            Secret key = keys(draft).create(AUTHOR, Set.of("author"));
            SignInSheet made = new SignInSheet(lines, AUTHOR, key);
            write(made.text(console, api));
            Files.move(draft, identity, StandardCopyOption.ATOMIC_MOVE);
            return Optional.of(made);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** The author's key, as long as the sheet is still where it was written. */
    public Optional<Secret> authorsKey() {
        try {
            return Files.exists(sheet) ? SignInSheet.keyIn(Files.readString(sheet)) : Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private static SignInSheet.Line line(LocalAccounts accounts, String id, Set<String> roles) {
        return new SignInSheet.Line(id, accounts.create(id, roles), String.join(", ", roles));
    }

    private static LocalAccounts accounts(Path folder) {
        return new LocalAccounts(folder.resolve("accounts.yaml"));
    }

    private static ApiKeys keys(Path folder) {
        return new ApiKeys(folder.resolve("api-keys.yaml"));
    }

    private void write(String text) throws IOException {
        Files.deleteIfExists(sheet);
        Files.createFile(sheet, ownerOnly());
        Files.writeString(sheet, text);
    }

    private static FileAttribute<?>[] ownerOnly() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
