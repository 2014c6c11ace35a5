/**
 * Between the topics' Avro records and our own types, and how a review is kept in its store. The only place of this
 * service that names generated classes. Not the place for rules.
 */
@NullMarked
package org.imprimatur.approver.wire;

import org.jspecify.annotations.NullMarked;
