/**
 * The author's side of the console: writing with a live check, pictures, previews, the way of a post, revisions side by
 * side. Not for what reviewers do, and not for taking or judging a draft: both are asked for through {@link DraftDesk}.
 */
@NullMarked
package org.imprimatur.approver.web.author;

import org.jspecify.annotations.NullMarked;
