/**
 * What a whole text reads like: a linear model on words and pieces of words, trained on drafts that people judged.
 *
 * <p>Not for identifiers and not for masking: {@code detect} finds those and hands over a {@link
 * org.imprimatur.analyzer.meaning.Reading} in which the organization's own names are replaced already.
 *
 * <p>How a score becomes a confidence: the score is turned into a probability by a logistic curve that was fitted to
 * cross-validated scores (Platt). Among the training drafts nearly every second one must be held; among the posts of a
 * real account far fewer. So the odds are divided by the odds at the threshold that kept cross-validated false holds
 * within the bound, and a confidence of 0.5, at which the policy holds, is exactly that threshold.
 */
@NullMarked
package org.imprimatur.analyzer.meaning;

import org.jspecify.annotations.NullMarked;
