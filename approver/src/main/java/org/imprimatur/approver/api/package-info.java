/** The REST API of reviews. Not the place for pages (package web) or rules (package review). */
@NullMarked
package org.imprimatur.approver.api;

import org.jspecify.annotations.NullMarked;
