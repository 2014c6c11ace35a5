package org.imprimatur.approver.web.author;

/** What happened to a draft in another window, so that this one overwrites nothing. */
public enum Elsewhere {
    CHANGED("Changed in another window", "What you write here is not kept any more, so that nothing is overwritten."),
    GONE("Handed in or discarded in another window", "What you write here is not kept any more.");

    private final String headline;
    private final String detail;

    Elsewhere(String headline, String detail) {
        this.headline = headline;
        this.detail = detail;
    }

    public String headline() {
        return headline;
    }

    public String detail() {
        return detail;
    }
}
