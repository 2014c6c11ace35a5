/**
 * What happens at the first start on a new folder: people get passwords, and a sample organization gets its posts.
 *
 * <p>Every part can be killed half-way and is done again. Not for later imports: the commands do those.
 */
@NullMarked
package org.imprimatur.standalone.first;

import org.jspecify.annotations.NullMarked;
