/**
 * The pages on which rules are read, written, tried over the past and published. Not for judging: the rules are read and
 * applied behind {@link org.imprimatur.approver.web.policy.PolicyDesk}, by the engine that judges drafts.
 */
@NullMarked
package org.imprimatur.approver.web.policy;

import org.jspecify.annotations.NullMarked;
