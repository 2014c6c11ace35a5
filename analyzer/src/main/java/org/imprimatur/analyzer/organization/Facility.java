package org.imprimatur.analyzer.organization;

/** A place of the organization; {@code shortName} and {@code address} are empty when not given. */
public record Facility(String name, String shortName, String address) {}
