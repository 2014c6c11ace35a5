package org.imprimatur.standalone;

import org.imprimatur.analyzer.cli.PolicyCommand;
import org.imprimatur.analyzer.screen.EvalCommand;
import org.imprimatur.analyzer.screen.ScreenCommand;
import org.imprimatur.approver.cli.VerifyAuditCommand;
import org.imprimatur.ingest.cli.OrganizationCommand;
import org.imprimatur.ingest.cli.SubmitCommand;
import picocli.CommandLine;

/** The program: without a subcommand it runs everything, with one it does that. */
public final class StandaloneMain {

    private StandaloneMain() {}

    public static void main(String[] args) {
        System.setProperty("logback.configurationFile", "org/imprimatur/standalone/log-to-terminal.xml");
        System.exit(commands().execute(args));
    }

    static CommandLine commands() {
        return new CommandLine(new RunCommand())
                .addSubcommand(new SubmitCommand())
                .addSubcommand(new OrganizationCommand())
                .addSubcommand(new ScreenCommand())
                .addSubcommand(new EvalCommand())
                .addSubcommand(new PolicyCommand())
                .addSubcommand(new VerifyAuditCommand())
                .addSubcommand(new SetupCommand())
                .setDefaultValueProvider(RunCommand::whereTheRunnerListens)
                .setExecutionExceptionHandler(Failures::told)
                .setParameterExceptionHandler(Failures::misused);
    }
}
