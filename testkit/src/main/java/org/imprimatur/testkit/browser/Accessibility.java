package org.imprimatur.testkit.browser;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Runs axe-core in an open page against WCAG 2.2 AA and its best practices. */
public final class Accessibility {
    private static final String AXE = read("/axe.min.js");
    private static final String RUN = """
            async () => {
              const found = await axe.run(document, { resultTypes: ['violations'] });
              return found.violations.flatMap(violation => violation.nodes.map(node =>
                `${violation.id} (${violation.impact}): ${node.target.join(' ')}: ${node.failureSummary}`));
            }
            """;

    private Accessibility() {}

    /** One line for each element that breaks a rule; empty when the page has no violation. */
    @SuppressWarnings("unchecked")
    public static List<String> violations(Page page) {
        if (page.evaluate("'axe' in window").equals(false)) {
            page.evaluate(AXE);
        }
        return (List<String>) page.evaluate(RUN);
    }

    private static String read(String resource) {
        try (InputStream in = Objects.requireNonNull(Accessibility.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
