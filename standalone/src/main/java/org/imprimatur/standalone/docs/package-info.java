/**
 * The description of the machine API: one file kept by hand, and a page that shows it. Not for describing the console's
 * pages, and nothing is answered from here but the two.
 */
@NullMarked
package org.imprimatur.standalone.docs;

import org.jspecify.annotations.NullMarked;
