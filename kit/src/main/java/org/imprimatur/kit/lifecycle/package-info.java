/** What a running part is, how parts start in order and stop in reverse. Not a container: nothing is found, injected or wired here. */
@NullMarked
package org.imprimatur.kit.lifecycle;

import org.jspecify.annotations.NullMarked;
