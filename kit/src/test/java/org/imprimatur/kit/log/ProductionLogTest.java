package org.imprimatur.kit.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.joran.spi.JoranException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ProductionLogTest {

    @Test
    void anEventIsOneLineAndTheMessageOfAnExceptionIsNeverWritten() throws JoranException, IOException {
        String written = log("org.imprimatur.kit");

        assertThat(written)
                .contains("ERROR kit event=failed topic=\"posts.drafts\"")
                .contains("java.lang.IllegalStateException")
                .contains("caused by java.io.IOException")
                .contains("ProductionLogTest.java")
                .doesNotContain("canary");
    }

    private static String log(String name) throws JoranException, IOException {
        PrintStream before = System.err;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        LoggerContext context = new LoggerContext();
        context.setMDCAdapter(new LogbackMDCAdapter());
        try (InputStream file = Objects.requireNonNull(ProductionLogTest.class.getResourceAsStream("/logback.xml"))) {
            System.setErr(new PrintStream(bytes, true, StandardCharsets.UTF_8));
            JoranConfigurator configurator = new JoranConfigurator();
            configurator.setContext(context);
            configurator.doConfigure(file);
            context.getLogger(name)
                    .atError()
                    .addKeyValue("topic", "posts.drafts")
                    .setCause(new IllegalStateException("outer canary", new IOException("inner canary")))
                    .log("failed");
        } finally {
            context.stop();
            System.setErr(before);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
