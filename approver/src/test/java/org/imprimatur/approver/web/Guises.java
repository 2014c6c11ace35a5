package org.imprimatur.approver.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.List;
import java.util.function.Consumer;
import org.imprimatur.testkit.browser.Accessibility;
import org.imprimatur.testkit.browser.PageFaults;

/** One visit to a page, looked at in every way in which people see it: no breach of WCAG, no complaint in the console. */
final class Guises {
    private static final List<Guise> ALL = List.of(
            new Guise(ColorScheme.LIGHT, 1366),
            new Guise(ColorScheme.DARK, 1366),
            new Guise(ColorScheme.DARK, 390),
            new Guise(ColorScheme.LIGHT, 390),
            new Guise(ColorScheme.LIGHT, 320));

    private record Guise(ColorScheme scheme, int width) {}

    private Guises() {}

    /** Opens the address in a page of its own and goes through all guises. */
    static void look(BrowserContext context, String address) {
        look(context, address, page -> {});
    }

    /** The same after something was done there, such as opening a dialog. */
    static void look(BrowserContext context, String address, Consumer<Page> act) {
        PageFaults faults = PageFaults.of(context);
        try (Page page = context.newPage()) {
            page.navigate(address);
            act.accept(page);
            look(page, address);
            assertThat(faults.seen()).as("console of " + address).isEmpty();
        }
    }

    /** Goes through all guises of what is open. */
    static void look(Page page, String name) {
        ALL.forEach(guise -> look(page, guise, name));
    }

    private static void look(Page page, Guise guise, String address) {
        page.setViewportSize(guise.width, 850);
        page.emulateMedia(
                new Page.EmulateMediaOptions().setColorScheme(guise.scheme).setReducedMotion(ReducedMotion.REDUCE));
        assertThat(Accessibility.violations(page))
                .as("axe on %s as %s", address, guise)
                .isEmpty();
        assertThat(page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                .as("fits its window: %s as %s", address, guise)
                .isEqualTo(true);
    }
}
