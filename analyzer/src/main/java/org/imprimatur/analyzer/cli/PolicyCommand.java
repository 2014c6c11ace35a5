package org.imprimatur.analyzer.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import org.apache.kafka.common.KafkaException;
import org.imprimatur.analyzer.adapters.PolicyFile;
import org.imprimatur.analyzer.adapters.PolicyPublisher;
import org.imprimatur.analyzer.policy.PolicyFault;
import org.imprimatur.analyzer.policy.PolicySignature;
import org.imprimatur.kit.settings.KafkaOptions;
import org.imprimatur.schemas.wire.Wire;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code policy}: which rules judge. */
@Command(name = "policy", mixinStandardHelpOptions = true, description = "Manages the rules that judge.")
public final class PolicyCommand {

    private static final int OK = 0;
    private static final int REFUSED = 1;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** Ends with 0 when the pack judges, with 1 when it has faults or Kafka did not take it. */
    @Command(
            name = "activate",
            mixinStandardHelpOptions = true,
            description = "Makes a pack the one that judges; names everything that is wrong with it.")
    int activate(
            @Parameters(
                            arity = "0..1",
                            paramLabel = "PACK.yaml",
                            description = "The pack (default: healthcare-us, which comes with the analyzer).")
                    @Nullable
                    Path file,
            @Option(
                            names = "--activated-by",
                            paramLabel = "NAME",
                            required = true,
                            description = "Who answers for it; kept with the pack.")
                    String activatedBy,
            @Mixin KafkaOptions kafka) {
        PrintWriter err = spec.commandLine().getErr();
        try {
            PolicyFile pack = file == null ? PolicyFile.healthcareUs() : PolicyFile.read(file);
            List<PolicyFault> faults = new PolicyPublisher(
                            kafka.bootstrap(), Wire.open(kafka.registryKind(), kafka.registry()))
                    .activate(pack, PolicySignature.of(activatedBy));
            faults.forEach(err::println);
            if (faults.isEmpty()) {
                spec.commandLine()
                        .getOut()
                        .printf("%s judges from now on%n", pack.text().label());
                return OK;
            }
            err.println("Nothing was changed.");
        } catch (IOException unreadable) {
            err.println("The file " + file + " can't be read.");
        } catch (KafkaException | IllegalArgumentException refusal) {
            err.println(refusal.getMessage());
        }
        return REFUSED;
    }
}
