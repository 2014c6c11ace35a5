/**
 * The review of one post as a pure state machine: a case, commands, events, refusals. Who knows no Kafka can read it.
 * Not the place for storage, clocks or Avro: time and ids are passed in.
 */
@NullMarked
package org.imprimatur.approver.review;

import org.jspecify.annotations.NullMarked;
