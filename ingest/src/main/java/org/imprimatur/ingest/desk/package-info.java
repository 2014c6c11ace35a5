/**
 * Takes a submission from its author to the log and gives the answer: examined, recognized when it is a repeat,
 * appended once. Not for HTTP (api) and not for Kafka (wire): both are reached through ports.
 */
@NullMarked
package org.imprimatur.ingest.desk;

import org.jspecify.annotations.NullMarked;
