package org.imprimatur.approver.web.view;

/**
 * What surrounds every page.
 *
 * @param title what the browser's tab says
 * @param tab which entry of the navigation is current
 * @param viewer who looks
 */
public record Frame(String title, Tab tab, Viewer viewer) {

    /** Entries of the navigation. */
    public enum Tab {
        NONE,
        QUEUE,
        MINE,
        PUBLISHING,
        AUTHORIZATIONS,
        HISTORY,
        POLICIES,
        DEAD_LETTERS,
        ADMINISTRATION
    }

    /** Whether this entry of the navigation is the current one. */
    public boolean at(Tab other) {
        return tab == other;
    }
}
