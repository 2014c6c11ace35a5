/** The approver's commands for auditors. Not for deciding anything. */
@NullMarked
package org.imprimatur.approver.cli;

import org.jspecify.annotations.NullMarked;
