/**
 * How many people fit what is told about somebody whom nobody names, in one draft or in several of one account.
 *
 * <p>Not for deciding what follows (that is policy), nor for finding who is meant: a portrait holds words of our own
 * tables and of the organization's profile, never a piece of a draft. The figures are national and coarse. They tell a
 * handful from thousands; a number is always given as "about", and none where no place with known people is told.
 */
@NullMarked
package org.imprimatur.analyzer.crowd;

import org.jspecify.annotations.NullMarked;
