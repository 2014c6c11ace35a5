/**
 * The only place where the publisher touches the generated Avro classes: records of its topics, their serdes and keys.
 *
 * <p>Not for decisions; what a record means is said in the pure packages.
 */
@NullMarked
package org.imprimatur.publisher.wire;

import org.jspecify.annotations.NullMarked;
