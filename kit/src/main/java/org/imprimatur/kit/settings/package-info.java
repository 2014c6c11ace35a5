/** Reads flags, environment and one YAML file into typed values. Not for business rules, and not for anything that changes while a process runs. */
@NullMarked
package org.imprimatur.kit.settings;

import org.jspecify.annotations.NullMarked;
