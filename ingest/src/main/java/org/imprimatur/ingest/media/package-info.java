/**
 * Keeps pictures under the hash of their bytes. Not for looking at what they show, and not for scaling or re-encoding
 * them.
 */
@NullMarked
package org.imprimatur.ingest.media;

import org.jspecify.annotations.NullMarked;
