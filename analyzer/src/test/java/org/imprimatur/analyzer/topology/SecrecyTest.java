package org.imprimatur.analyzer.topology;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.imprimatur.analyzer.detect.Detector;
import org.imprimatur.analyzer.detect.Detectors;
import org.imprimatur.analyzer.detect.Screening;
import org.imprimatur.analyzer.draft.Finding;
import org.imprimatur.schemas.Topics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class SecrecyTest {

    private static final String CANARY = "Zaphodine Quillfeather";

    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Logger ours = (Logger) LoggerFactory.getLogger("org.imprimatur");
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @BeforeEach
    void listen() {
        log.start();
        ours.setLevel(Level.TRACE);
        root.addAppender(log);
    }

    @AfterEach
    void stopListening() {
        root.detachAppender(log);
        ours.setLevel(null);
    }

    @Test
    void aDraftsTextIsInNoLogWhateverBecomesOfIt() {
        Detector telltale = new Telltale();
        try (Pipeline pipeline = new Pipeline(telltale)) {
            pipeline.submit(Pipeline.draft(CANARY));
            pipeline.activateDefaultPolicy();
            pipeline.describeOrganization();
            pipeline.register(Pipeline.account(null));
            pipeline.submit(Pipeline.draft(CANARY));
            pipeline.submit(Pipeline.sealed(Pipeline.unsealed(CANARY).setRevision(0)));
            pipeline.sendBytes(Topics.DRAFTS, "p-9", CANARY.getBytes(StandardCharsets.UTF_8));
        }
        try (Pipeline pipeline = Pipeline.ready(Detectors.all().toArray(Detector[]::new))) {
            pipeline.submit(Pipeline.draft("Thank you " + CANARY + " for your visit, call 541-555-0199"));
        }

        assertThat(log.list).isNotEmpty();
        assertThat(log.list).noneSatisfy(event -> assertThat(everything(event)).contains("Zaphodine"));
    }

    private static String everything(ILoggingEvent event) {
        return event.getFormattedMessage() + event.getKeyValuePairs() + event.getThrowableProxy();
    }

    /** Throws the draft's text in its message, as a library might. */
    private static final class Telltale implements Detector {

        @Override
        public String id() {
            return "telltale";
        }

        @Override
        public List<Finding> detect(Screening screening) {
            throw new IllegalStateException(screening.draft().text());
        }
    }
}
