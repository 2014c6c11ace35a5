package org.imprimatur.approver.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.imprimatur.approver.audit.Audit;
import org.imprimatur.approver.audit.Fault;
import org.imprimatur.approver.audit.Report;
import org.imprimatur.approver.audit.VerifyingKey;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code verify-audit}: 0 when nothing was changed, 1 when something was, 2 when it could not be checked. */
@Command(
        name = "verify-audit",
        mixinStandardHelpOptions = true,
        description = "Checks exported evidence offline: no event changed, removed or reordered.")
public final class VerifyAuditCommand implements Callable<Integer> {

    private static final int CLEAN = 0;
    private static final int CHANGED = 1;
    private static final int UNCHECKED = 2;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FILE", description = "A packet (ZIP), or a history (JSON lines).")
    private Path file = Path.of("");

    @Option(
            names = "--key",
            paramLabel = "KEY.pem",
            description = "The organization's public key, from a copy kept elsewhere (default: the one in the file).")
    private @Nullable Path key;

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        try {
            Optional<VerifyingKey> trusted =
                    key == null ? Optional.empty() : Optional.of(VerifyingKey.ofPem(Files.readString(key)));
            return tell(Audit.check(file, trusted), trusted.isPresent());
        } catch (NoSuchFileException none) {
            err.println("There is no file " + none.getFile() + ".");
        } catch (IOException unreadable) {
            err.println("It can't be checked: " + unreadable.getMessage());
        }
        return UNCHECKED;
    }

    private int tell(Report report, boolean trusted) {
        PrintWriter out = spec.commandLine().getOut();
        for (Fault fault : report.faults()) {
            out.println(fault);
        }
        if (!report.isClean()) {
            out.printf(
                    "NOT AS IT WAS WRITTEN: %d faults in %d events of %d posts.%n",
                    report.faults().size(), report.events(), report.posts());
            return CHANGED;
        }
        out.printf(
                "%d events of %d posts: none changed, none missing, none reordered.%n",
                report.events(), report.posts());
        report.sealedBy()
                .ifPresent(by -> out.println(
                        trusted
                                ? "Sealed by the key that you gave."
                                : "Sealed by the key in the file; compare its fingerprint with the organization's: "
                                        + by));
        return CLEAN;
    }
}
