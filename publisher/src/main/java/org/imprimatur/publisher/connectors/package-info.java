/**
 * The platforms that are spoken with: an outbox folder, a signed webhook, and social networks by their own protocols. Each passes the connectors' contract test.
 *
 * <p>Not for deciding what to do after an answer; an adapter only says which kind of answer it was.
 */
@NullMarked
package org.imprimatur.publisher.connectors;

import org.jspecify.annotations.NullMarked;
