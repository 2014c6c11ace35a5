/**
 * X by its API v2: posts with pictures, read back and deleted, as its published OpenAPI document says.
 *
 * <p>Not for what all platforms share; that is the package above.
 */
@NullMarked
package org.imprimatur.publisher.connectors.x;

import org.jspecify.annotations.NullMarked;
