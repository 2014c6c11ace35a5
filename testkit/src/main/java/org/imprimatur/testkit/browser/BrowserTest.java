package org.imprimatur.testkit.browser;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Marks a class whose methods drive a real Chromium: they may take a {@code com.microsoft.playwright.Browser}.
 *
 * <p>Without Chromium, node or npm the class is skipped and says why; where the environment has {@code CI=true} it
 * fails instead, so that no build is green for want of a browser.
 */
@Tag("browser")
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(ChromiumExtension.class)
public @interface BrowserTest {}
