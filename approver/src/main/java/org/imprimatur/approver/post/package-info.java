/** What the topics say of one post, as plain records: revisions, verdicts, findings, deliveries. Not the place for rules, SQL or Avro. */
@NullMarked
package org.imprimatur.approver.post;

import org.jspecify.annotations.NullMarked;
