package org.imprimatur.kit;

import java.util.List;
import java.util.function.Function;
import org.imprimatur.kit.lifecycle.Lifecycle;
import org.imprimatur.kit.lifecycle.Service;
import org.imprimatur.kit.settings.Settings;
import org.imprimatur.kit.settings.SettingsFault;
import org.imprimatur.kit.streams.TopicFault;
import org.imprimatur.kit.web.PortTaken;

/** What the main of every service does that runs alone: settings, composition, run, and one sentence when that fails. */
public final class Program {

    private static final int MISUSED = 2;

    private Program() {}

    /**
     * Runs until SIGTERM or Ctrl-C; ends the process with 2 when a person can mend what is wrong.
     *
     * @param read reads the program's settings; its faults are told all at once, unknown flags among them
     * @param compose constructs the services in the order of their start
     */
    public static <T> void run(String[] args, Function<Settings, T> read, Function<T, List<Service>> compose) {
        try {
            Settings settings = Settings.of(args, System.getenv());
            T program = settings.complete(() -> read.apply(settings));
            Lifecycle.run(compose.apply(program));
        } catch (SettingsFault | TopicFault | PortTaken mendable) {
            System.err.println(mendable.getMessage());
            System.exit(MISUSED);
        }
    }
}
