/** Proves what the author's side works out, without a browser. */
@NullMarked
package org.imprimatur.approver.web.author;

import org.jspecify.annotations.NullMarked;
