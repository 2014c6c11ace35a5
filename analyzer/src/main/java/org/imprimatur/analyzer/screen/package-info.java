/**
 * Judging a file of drafts at once: an archive, a campaign, a set for measuring.
 *
 * <p>Not for publishing: nothing that is cleared here goes anywhere.
 */
@NullMarked
package org.imprimatur.analyzer.screen;

import org.jspecify.annotations.NullMarked;
