package org.imprimatur.approver.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.imprimatur.approver.web.LiveView.Message;
import org.junit.jupiter.api.Test;

class ListFeedTest {
    private final Letters letters = new Letters();
    private final ListFeed<String> feed = new ListFeed<>(letters);

    @Test
    void whoConnectsGetsTheWholeList() {
        letters.now = List.of("a1", "b1");

        assertThat(feed.whole()).containsExactly(new Message("whole", "[a1, b1]"));
    }

    @Test
    void nothingIsSentWhenNothingChanged() {
        letters.now = List.of("a1");
        feed.whole();

        assertThat(feed.changes()).isEmpty();
    }

    @Test
    void aNewRowGoesAfterTheOneBeforeIt() {
        letters.now = List.of("a1", "c1");
        feed.whole();
        letters.now = List.of("a1", "b1", "c1");

        assertThat(feed.changes())
                .containsExactly(new Message("rows", "<ol hx-swap-oob=\"afterend:#a\">(b1 )</ol>{3}"));
    }

    @Test
    void aChangedRowReplacesItselfAndAGoneOneGoes() {
        letters.now = List.of("a1", "b1", "c1");
        feed.whole();
        letters.now = List.of("a1", "c2");

        assertThat(feed.changes())
                .containsExactly(new Message("rows", "<li id=\"b\" hx-swap-oob=\"delete\"></li>(c2 true){2}"));
    }

    @Test
    void anotherOrderIsAnotherList() {
        letters.now = List.of("a1", "b1");
        feed.whole();
        letters.now = List.of("b1", "a1");

        assertThat(feed.changes()).containsExactly(new Message("whole", "[b1, a1]"));
    }

    @Test
    void theLastRowLeavesTheEmptyPageBehind() {
        letters.now = List.of("a1");
        feed.whole();
        letters.now = List.of();

        assertThat(feed.changes()).containsExactly(new Message("whole", "[]"));
    }

    /** Rows of a letter, which is the id, and a version. */
    private static final class Letters implements ListFeed.Rows<String> {
        private List<String> now = List.of();

        @Override
        public List<String> now() {
            return now;
        }

        @Override
        public String id(String row) {
            return row.substring(0, 1);
        }

        @Override
        public String whole(List<String> rows) {
            return rows.toString();
        }

        @Override
        public String row(String row, String swap) {
            return "(" + row + " " + swap + ")";
        }

        @Override
        public String summary(List<String> rows) {
            return "{" + rows.size() + "}";
        }

        @Override
        public String listId() {
            return "list";
        }
    }
}
