/**
 * A real Chromium for tests: {@link org.imprimatur.testkit.browser.BrowserTest} on a class hands its methods a
 * Playwright {@code Browser}. Not for start-up of our own servers, and not for what a test says about a page.
 */
@NullMarked
package org.imprimatur.testkit.browser;

import org.jspecify.annotations.NullMarked;
