/**
 * Evidence that leaves the house: histories and what belongs to them in one sealed file, and the check that nobody
 * changed it since. Not for reading topics or for pages; who may have it is decided there.
 */
@NullMarked
package org.imprimatur.approver.audit;

import org.jspecify.annotations.NullMarked;
