package org.imprimatur.approver.web.admin;

import java.time.Instant;
import java.util.List;
import org.imprimatur.approver.web.view.Frame;
import org.imprimatur.approver.web.view.Moment;
import org.imprimatur.approver.wire.administration.AccountCard;
import org.imprimatur.approver.wire.administration.Deed;

/** What administrators did, newest first. */
public record EventsScreen(Frame frame, List<Line> lines) {

    /** One act in words. */
    public record Line(Moment at, String actor, String words, String subject, String detail, String reason) {
        static Line of(Deed deed, Instant now) {
            String subject = deed.subject().equals(AccountCard.EVERYTHING) ? "everything" : deed.subject();
            return new Line(
                    Moment.of(deed.at(), now),
                    deed.actor(),
                    deed.kind().words(),
                    subject,
                    deed.detail(),
                    deed.reason());
        }
    }
}
