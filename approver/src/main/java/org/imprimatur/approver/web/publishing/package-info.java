/**
 * The console's pages of what is published and under which authorization: to read, and to ask the publisher. Not for
 * deciding what may be asked (the publisher does), nor for what authors write or reviewers decide.
 */
@NullMarked
package org.imprimatur.approver.web.publishing;

import org.jspecify.annotations.NullMarked;
