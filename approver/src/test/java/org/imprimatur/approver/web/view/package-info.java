/** Proves what pages say, without a browser. */
@NullMarked
package org.imprimatur.approver.web.view;

import org.jspecify.annotations.NullMarked;
