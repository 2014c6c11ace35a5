/** Proves the console in a browser, over the real review and the real read model. */
@NullMarked
package org.imprimatur.approver.web;

import org.jspecify.annotations.NullMarked;
