/**
 * Rules' expressions in the Common Expression Language.
 *
 * <p>Not for deciding anything: it only answers whether an expression is sound and whether it applies.
 */
@NullMarked
package org.imprimatur.analyzer.policy.cel;

import org.jspecify.annotations.NullMarked;
