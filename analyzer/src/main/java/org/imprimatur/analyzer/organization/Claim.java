package org.imprimatur.analyzer.organization;

/** Something that the organization may say of itself, with where it is proved. */
public record Claim(String claim, String source) {}
