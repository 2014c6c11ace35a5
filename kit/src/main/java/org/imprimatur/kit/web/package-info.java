/** One web server with safe answers: headers, errors, health and metrics. Not for pages and not for deciding who may do what. */
@NullMarked
package org.imprimatur.kit.web;

import org.jspecify.annotations.NullMarked;
