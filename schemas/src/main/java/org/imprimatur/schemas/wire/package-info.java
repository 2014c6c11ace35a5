/**
 * Bytes on the topics: Confluent's wire format (a zero byte, the schema's id as four big-endian bytes, Avro binary) with
 * schemas in any registry that speaks Confluent's REST API.
 *
 * <p>Not for: deciding what an unreadable record means; that is its reader's business.
 */
@NullMarked
package org.imprimatur.schemas.wire;

import org.jspecify.annotations.NullMarked;
