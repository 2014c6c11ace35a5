/**
 * The file in which an organization describes itself (YAML), read into the records of the topics directory,
 * authorizations and accounts.
 *
 * <p>Not for: judging by the profile, or for publishing it.
 */
@NullMarked
package org.imprimatur.schemas.organization;

import org.jspecify.annotations.NullMarked;
