package org.imprimatur.analyzer.judge;

/** Where a judged draft goes. */
public enum Route {
    CLEARED,
    HELD
}
