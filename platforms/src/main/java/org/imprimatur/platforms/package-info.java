/**
 * What each platform takes, as data: how long a text may be and how it counts, pictures, hashtags, take-down.
 *
 * <p>Not for talking to a platform, and not for what one instance of it says of itself; that is the publisher's.
 */
@NullMarked
package org.imprimatur.platforms;

import org.jspecify.annotations.NullMarked;
