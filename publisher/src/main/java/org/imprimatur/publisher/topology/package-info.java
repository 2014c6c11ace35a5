/**
 * The release gate as a Kafka Streams topology: what was cleared goes in, what is to be delivered comes out.
 *
 * <p>Not for the decision itself (see {@code gate}) and not for calling platforms (see {@code worker}).
 */
@NullMarked
package org.imprimatur.publisher.topology;

import org.jspecify.annotations.NullMarked;
