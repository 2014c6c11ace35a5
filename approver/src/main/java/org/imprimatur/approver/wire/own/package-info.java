/**
 * What people keep for themselves, in topics that every instance reads: drafts in writing and saved views. Not for what
 * belongs to a post or to the organization, and not for who may read it.
 */
@NullMarked
package org.imprimatur.approver.wire.own;

import org.jspecify.annotations.NullMarked;
