/** A disposable SQLite picture of topics. Not a source of truth: whoever deletes its file loses nothing but time. */
@NullMarked
package org.imprimatur.kit.projection;

import org.jspecify.annotations.NullMarked;
