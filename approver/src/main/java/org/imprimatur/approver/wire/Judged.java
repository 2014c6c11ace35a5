package org.imprimatur.approver.wire;

import org.imprimatur.approver.review.CaseEvent;
import org.imprimatur.approver.review.Opening;
import org.imprimatur.approver.review.Stage;

/** Under which versions the case was opened that an event belongs to; blank before the first. */
record Judged(String policyVersion, String engineVersion) {

    static Judged of(Stage stage) {
        if (stage instanceof Stage.Open open) {
            return of(open.opening());
        }
        return stage instanceof Stage.Closed closed ? of(closed.opening()) : new Judged("", "");
    }

    Judged after(CaseEvent event) {
        return event instanceof CaseEvent.Opened opened ? of(opened.opening()) : this;
    }

    private static Judged of(Opening opening) {
        return new Judged(opening.policyVersion(), opening.engineVersion());
    }
}
