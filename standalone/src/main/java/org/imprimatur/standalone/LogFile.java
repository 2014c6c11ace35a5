package org.imprimatur.standalone;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.core.joran.spi.JoranException;
import java.net.URL;
import java.nio.file.Path;
import org.slf4j.LoggerFactory;

/** Sends the program's log to a file, so that the terminal shows only what its reader needs. */
final class LogFile {

    private LogFile() {}

    static Path in(Path data) {
        return data.resolve("imprimatur.log");
    }

    static void open(Path file) {
        URL configuration = LogFile.class.getResource("log-to-file.xml");
        if (configuration == null || !(LoggerFactory.getILoggerFactory() instanceof LoggerContext context)) {
            throw new IllegalStateException("this program logs by logback");
        }
        context.reset();
        context.putProperty("file", file.toString());
        try {
            JoranConfigurator configurator = new JoranConfigurator();
            configurator.setContext(context);
            configurator.doConfigure(configuration);
        } catch (JoranException malformed) {
            throw new IllegalStateException("log-to-file.xml", malformed);
        }
    }
}
