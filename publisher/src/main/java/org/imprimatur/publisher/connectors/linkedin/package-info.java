/**
 * LinkedIn pages by its versioned REST API: posts with pictures, read back and deleted.
 *
 * <p>Not for what all platforms share; that is the package above.
 */
@NullMarked
package org.imprimatur.publisher.connectors.linkedin;

import org.jspecify.annotations.NullMarked;
