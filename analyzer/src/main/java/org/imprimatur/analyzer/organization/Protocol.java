package org.imprimatur.analyzer.organization;

/** One rule of the organization that its posts must not contradict. */
public record Protocol(String id, String text) {}
