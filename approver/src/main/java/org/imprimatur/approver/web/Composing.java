package org.imprimatur.approver.web;

/** Whether the console offers its form for new posts: it hands in at {@code POST /v1/drafts} of its own address. */
public enum Composing {
    /** The service that takes drafts answers at the same address and knows the same sign-in. */
    HERE,
    /** It runs apart, and drafts come through its own API or command line. */
    ELSEWHERE
}
