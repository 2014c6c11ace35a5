@NullMarked
package org.imprimatur.approver;

import org.jspecify.annotations.NullMarked;
