/**
 * The console: pages, forms and live streams over HTTP. It reads the read model and hands requests in at the desk; not the
 * place for a rule of the review, which would then hold only for those who use the console.
 */
@NullMarked
package org.imprimatur.approver.web;

import org.jspecify.annotations.NullMarked;
