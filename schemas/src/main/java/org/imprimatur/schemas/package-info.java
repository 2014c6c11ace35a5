/**
 * What the services share in meaning: the topics, the hash that an approval freezes and the hash that chains the
 * history. The records themselves are generated from the Avro files beside this module's sources.
 *
 * <p>Not for: behaviour, defaults of a service, or anything that only one service needs.
 */
@NullMarked
package org.imprimatur.schemas;

import org.jspecify.annotations.NullMarked;
