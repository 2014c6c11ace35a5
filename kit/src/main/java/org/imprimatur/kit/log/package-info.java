/** How a failure is written down without the words that it may quote. Not a logging framework. */
@NullMarked
package org.imprimatur.kit.log;

import org.jspecify.annotations.NullMarked;
