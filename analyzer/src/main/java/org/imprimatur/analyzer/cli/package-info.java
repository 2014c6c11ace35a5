/** The analyzer's commands for administrators. Not for judging; screening a file has its own package. */
@NullMarked
package org.imprimatur.analyzer.cli;

import org.jspecify.annotations.NullMarked;
