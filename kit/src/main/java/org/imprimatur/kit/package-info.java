/** Plumbing that every main would otherwise copy. Not for business words: nothing here knows what a draft is. */
@NullMarked
package org.imprimatur.kit;

import org.jspecify.annotations.NullMarked;
