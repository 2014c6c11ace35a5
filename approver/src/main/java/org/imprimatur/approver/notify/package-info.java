/** Tells people outside the console that something waits for them. Not for anything a draft says, and not for deciding. */
@NullMarked
package org.imprimatur.approver.notify;

import org.jspecify.annotations.NullMarked;
