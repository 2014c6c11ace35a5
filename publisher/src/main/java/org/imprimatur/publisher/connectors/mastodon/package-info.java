/**
 * Servers that speak the Mastodon API: statuses, replies and pictures, read back and deleted.
 *
 * <p>Not for what all platforms share; that is the package above.
 */
@NullMarked
package org.imprimatur.publisher.connectors.mastodon;

import org.jspecify.annotations.NullMarked;
