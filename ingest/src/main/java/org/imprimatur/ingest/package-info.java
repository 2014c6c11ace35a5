/**
 * Takes drafts from authors, and nothing else: it checks their form, stores their pictures and appends them to
 * {@code posts.drafts}. Not for judging content (analyzer), not for decisions (approver), not for sending (publisher).
 */
@NullMarked
package org.imprimatur.ingest;

import org.jspecify.annotations.NullMarked;
