package org.imprimatur.analyzer.organization;

import java.util.OptionalInt;

/** A place nearby and how many people live there. */
public record Town(String name, OptionalInt population) {}
