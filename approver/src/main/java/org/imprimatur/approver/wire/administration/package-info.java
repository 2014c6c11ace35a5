/**
 * What administrators keep in topics: accounts on platforms with their freeze, rules that
 * are being written, and what administrators did. Not for people
 * and keys, which lie in files, and not for pages.
 */
@NullMarked
package org.imprimatur.approver.wire.administration;

import org.jspecify.annotations.NullMarked;
