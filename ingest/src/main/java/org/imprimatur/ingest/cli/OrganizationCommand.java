package org.imprimatur.ingest.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.apache.kafka.common.KafkaException;
import org.imprimatur.ingest.wire.OrganizationLoader;
import org.imprimatur.kit.settings.KafkaOptions;
import org.imprimatur.schemas.organization.InvalidOrganizationFile;
import org.imprimatur.schemas.organization.OrganizationFile;
import org.imprimatur.schemas.wire.Wire;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code organization}: what the organization says of itself. */
@Command(
        name = "organization",
        mixinStandardHelpOptions = true,
        description = "Manages the organization's profile, accounts and authorizations.")
public final class OrganizationCommand {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** Ends with 0 when everything is in Kafka, with 1 when nothing or not all is. */
    @Command(
            name = "load",
            mixinStandardHelpOptions = true,
            description =
                    "Loads a YAML file; what the file before listed and this one does not is removed. Freezes and revocations stay.")
    int load(
            @Parameters(paramLabel = "ORG.yaml", description = "The organization's file.") Path file,
            @Mixin KafkaOptions kafka) {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        try {
            OrganizationFile read = OrganizationFile.read(file);
            OrganizationLoader.Loaded loaded = new OrganizationLoader(
                            kafka.bootstrap(), Wire.open(kafka.registryKind(), kafka.registry()))
                    .load(read);
            loaded.warnings().forEach(warning -> err.println("warning: " + warning));
            loaded.removed().forEach(key -> out.println("removed " + key));
            out.printf(
                    "loaded the profile, %d accounts and %d authorizations%n",
                    loaded.accounts(), loaded.authorizations());
            return 0;
        } catch (NoSuchFileException e) {
            err.println("There is no file " + file + ".");
        } catch (InvalidOrganizationFile e) {
            err.println(e.getMessage());
        } catch (IOException e) {
            err.println("The file " + file + " can't be read.");
        } catch (KafkaException e) {
            err.println("Not everything was loaded: " + e.getMessage() + ". Load the file again.");
        } catch (IllegalArgumentException e) {
            err.println(e.getMessage());
        }
        return 1;
    }
}
