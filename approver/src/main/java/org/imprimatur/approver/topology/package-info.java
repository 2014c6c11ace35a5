/** The Streams topology around the review state machine, and the desk at which commands are handed in and answered. Not the place for rules (package review) or pages. */
@NullMarked
package org.imprimatur.approver.topology;

import org.jspecify.annotations.NullMarked;
