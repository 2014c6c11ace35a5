/**
 * What each page shows, in the words of its reader: records that the templates take, and how to make them from the read
 * model. Not the place for HTTP, HTML or a decision.
 */
@NullMarked
package org.imprimatur.approver.web.view;

import org.jspecify.annotations.NullMarked;
