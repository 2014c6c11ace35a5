/**
 * Turns what an author handed in into an accepted draft or into every fault at once. Pure: no clock, no Kafka, no JSON
 * library, no files. Not for what the text means (that is the analyzer's).
 */
@NullMarked
package org.imprimatur.ingest.intake;

import org.jspecify.annotations.NullMarked;
