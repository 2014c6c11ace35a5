package org.imprimatur.standalone;

import java.util.List;
import org.imprimatur.broker.BrokerRefused;
import org.imprimatur.kit.settings.SettingsFault;
import org.imprimatur.kit.streams.TopicFault;
import org.imprimatur.kit.web.PortTaken;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** How the program fails: one clear sentence and an exit code, 2 for wrong use and 1 for the rest; never a stack trace. */
final class Failures {

    /** Exceptions whose message was written for the person at the keyboard. */
    private static final List<Class<? extends RuntimeException>> SPOKEN =
            List.of(Refused.class, BrokerRefused.class, PortTaken.class, SettingsFault.class, TopicFault.class);

    private Failures() {}

    static int told(Exception failure, CommandLine command, ParseResult parsed) {
        if (SPOKEN.stream().anyMatch(spoken -> spoken.isInstance(failure))) {
            command.getErr().println(failure.getMessage());
        } else {
            LoggerFactory.getLogger(Failures.class).atError().setCause(failure).log("failed");
            command.getErr()
                    .println("An unexpected fault (" + failure.getClass().getSimpleName()
                            + ") ended the program; the log has its details.");
        }
        return failure instanceof SettingsFault ? ExitCode.USAGE : ExitCode.SOFTWARE;
    }

    static int misused(ParameterException misuse, String[] args) {
        CommandLine command = misuse.getCommandLine();
        command.getErr().println(misuse.getMessage());
        command.getErr()
                .println("'" + command.getCommandSpec().qualifiedName() + " --help' tells what can be said here.");
        return ExitCode.USAGE;
    }
}
