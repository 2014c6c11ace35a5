/**
 * Facebook pages, Instagram and Threads, which share one way of speaking: Meta's Graph API.
 *
 * <p>Not for what all platforms share; that is the package above.
 */
@NullMarked
package org.imprimatur.publisher.connectors.meta;

import org.jspecify.annotations.NullMarked;
