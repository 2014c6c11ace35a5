/**
 * Bluesky and other servers of the AT Protocol: a record for each delivery, made once, read back and deleted.
 *
 * <p>Not for what all platforms share; that is the package above.
 */
@NullMarked
package org.imprimatur.publisher.connectors.bluesky;

import org.jspecify.annotations.NullMarked;
