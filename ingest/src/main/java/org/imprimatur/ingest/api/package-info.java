/**
 * Speaks HTTP for this service: reads requests, asks the desk or the read model, writes answers. Not for deciding
 * anything about a draft.
 */
@NullMarked
package org.imprimatur.ingest.api;

import org.jspecify.annotations.NullMarked;
