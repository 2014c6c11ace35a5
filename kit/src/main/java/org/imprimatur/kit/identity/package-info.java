/** Who is asking: local accounts, API keys, sessions. Not for directories of other systems, and not for what a role may do. */
@NullMarked
package org.imprimatur.kit.identity;

import org.jspecify.annotations.NullMarked;
