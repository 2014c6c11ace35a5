@NullMarked
package org.imprimatur.testkit;

import org.jspecify.annotations.NullMarked;
