package org.imprimatur.testkit.browser;

import com.microsoft.playwright.BrowserContext;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what the pages of a context complain of: errors in the console (a breach of the CSP too) and uncaught ones. */
public final class PageFaults {
    private final List<String> seen = new CopyOnWriteArrayList<>();

    private PageFaults() {}

    /** Listens from now on, to pages that open later as well. */
    public static PageFaults of(BrowserContext context) {
        PageFaults faults = new PageFaults();
        context.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                faults.seen.add(message.type() + ": " + message.text());
            }
        });
        context.onWebError(error -> faults.seen.add("uncaught: " + error.error()));
        return faults;
    }

    /** In the order in which they were seen. */
    public List<String> seen() {
        return List.copyOf(seen);
    }
}
