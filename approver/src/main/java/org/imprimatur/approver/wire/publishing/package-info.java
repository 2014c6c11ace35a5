/**
 * What people ask about publications and what the publisher answers, and patients' authorizations, as records of their
 * topics. Not for deciding what may be asked, and not for pages.
 */
@NullMarked
package org.imprimatur.approver.wire.publishing;

import org.jspecify.annotations.NullMarked;
