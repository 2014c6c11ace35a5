/**
 * Shows what the log holds about posts, accounts and authorizations, from a SQLite file that may be deleted at any time.
 * Not a place where anything is kept for good: the log is.
 */
@NullMarked
package org.imprimatur.ingest.reading;

import org.jspecify.annotations.NullMarked;
