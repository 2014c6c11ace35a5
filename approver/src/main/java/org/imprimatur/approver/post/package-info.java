/**
 * What the topics say of one post, as plain records: revisions, verdicts, findings, deliveries; and what people keep for
 * themselves around posts: drafts in writing, saved views. Not the place for rules, SQL or Avro.
 */
@NullMarked
package org.imprimatur.approver.post;

import org.jspecify.annotations.NullMarked;
