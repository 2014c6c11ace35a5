/**
 * What the organization says of itself: its places, its own contacts, its people, its claims and its protocols.
 *
 * <p>Not for looking things up in a draft: {@code detect} compiles these records into allow-lists once.
 */
@NullMarked
package org.imprimatur.analyzer.organization;

import org.jspecify.annotations.NullMarked;
