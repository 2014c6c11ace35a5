package org.imprimatur.approver.web.view;

import java.time.Instant;
import java.util.List;
import org.imprimatur.approver.readmodel.DeadLetterRow;

/**
 * What services could not use.
 *
 * @param frame what surrounds it
 * @param lines newest first
 * @param older how many rows to skip for the next page; 0 when there is none
 */
public record DeadLettersScreen(Frame frame, List<Line> lines, int older) {
    public DeadLettersScreen {
        lines = List.copyOf(lines);
    }

    public boolean empty() {
        return lines.isEmpty();
    }

    /** One record that was set aside; {@code known} says that its key is the id of a post that there is. */
    public record Line(String service, String place, String key, boolean known, String fault, Moment at) {

        public static Line of(DeadLetterRow row, boolean known, Instant now) {
            return new Line(
                    row.service(),
                    row.topic() + ", partition " + row.partition() + ", offset " + row.offset(),
                    row.key(),
                    known,
                    Words.fault(row.fault()),
                    Moment.of(row.at(), now));
        }
    }
}
