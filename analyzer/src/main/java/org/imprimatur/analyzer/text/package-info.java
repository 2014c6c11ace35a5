/**
 * Text as the detectors read it: disguises undone, every place mapped back to the author's own characters.
 *
 * <p>Not for meaning: nothing here knows what a patient is. Uses icu4j for Unicode's normal forms.
 */
@NullMarked
package org.imprimatur.analyzer.text;

import org.jspecify.annotations.NullMarked;
