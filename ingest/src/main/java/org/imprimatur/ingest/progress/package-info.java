/**
 * Says how far a post has come, from what the log holds about it. Pure. Not for deciding anything: the analyzer, the
 * approver and the publisher do that, and this only reads what they wrote.
 */
@NullMarked
package org.imprimatur.ingest.progress;

import org.jspecify.annotations.NullMarked;
