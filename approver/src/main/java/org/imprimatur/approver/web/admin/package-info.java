/** Pages on which administrators change people, keys, accounts and freezes. Not for deciding about posts. */
@NullMarked
package org.imprimatur.approver.web.admin;

import org.jspecify.annotations.NullMarked;
