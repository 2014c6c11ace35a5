package org.imprimatur.approver.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.imprimatur.kit.identity.LocalAccounts;

/** Who works in every console under test; see {@code staff.yaml}. */
final class Staff {
    private Staff() {}

    /** Accounts of their own in this folder, which had none. */
    static LocalAccounts in(Path folder) {
        Path file = folder.resolve("accounts.yaml");
        try (InputStream staff = Objects.requireNonNull(Staff.class.getResourceAsStream("/staff.yaml"))) {
            Files.copy(staff, file);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return new LocalAccounts(file);
    }

    static String password(String person) {
        return person + " of the console under test";
    }
}
