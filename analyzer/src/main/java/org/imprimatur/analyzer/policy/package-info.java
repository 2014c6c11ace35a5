/**
 * What the organization does about what was seen: rules, their actions and the reasons that reviewers group by.
 *
 * <p>Not for seeing anything in a text (that is {@code detect}), nor for a particular expression language: one is
 * plugged in through {@link Expressions}.
 */
@NullMarked
package org.imprimatur.analyzer.policy;

import org.jspecify.annotations.NullMarked;
