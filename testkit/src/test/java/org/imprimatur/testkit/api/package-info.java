@NullMarked
package org.imprimatur.testkit.api;

import org.jspecify.annotations.NullMarked;
