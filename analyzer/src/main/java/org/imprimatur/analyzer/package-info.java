/** The analyzer as a program: settings, service and main. Not for judging, which is {@code judge} and what it stands on. */
@NullMarked
package org.imprimatur.analyzer;

import org.jspecify.annotations.NullMarked;
