/**
 * Draws pictures anew, so that nothing but their pixels is left, and keeps them under the hash of their bytes. Not for
 * looking at what they show, and not for scaling them.
 */
@NullMarked
package org.imprimatur.ingest.media;

import org.jspecify.annotations.NullMarked;
