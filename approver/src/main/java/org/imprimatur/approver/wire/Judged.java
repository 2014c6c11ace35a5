package org.imprimatur.approver.wire;

import org.imprimatur.approver.review.CaseEvent;
import org.imprimatur.approver.review.Opening;
import org.imprimatur.approver.review.Stage;

/** Under which versions the case was opened that an event belongs to; blank before the first. */
record Judged(String policyVersion, String engineVersion) {

    static Judged of(Stage stage) {
        return stage.reviewed().map(Judged::of).orElseGet(() -> new Judged("", ""));
    }

    Judged after(CaseEvent event) {
        if (event instanceof CaseEvent.Opened opened) {
            return of(opened.opening());
        }
        return event instanceof CaseEvent.Reopened reopened ? of(reopened.opening()) : this;
    }

    private static Judged of(Opening opening) {
        return new Judged(opening.judged().policyVersion(), opening.judged().engineVersion());
    }
}
