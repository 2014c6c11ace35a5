package org.imprimatur.approver.readmodel;

import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.imprimatur.approver.post.Severity;

/**
 * Which cases to list, and which page of them.
 *
 * @param words every one of these must stand in the text, the post id or the author; empty for all
 * @param states only where the review stands so; never empty
 * @param facets only with these values
 * @param dueBefore only those due at that moment or earlier
 * @param freeAt only those that nobody has claimed at that moment
 * @param marks only with all of these
 * @param reach only for these accounts
 * @param offset rows to skip
 * @param limit rows at most, 1 to 200
 */
public record QueueFilter(
        String words,
        Set<CaseState> states,
        Map<Facet, String> facets,
        Optional<Instant> dueBefore,
        Optional<Instant> freeAt,
        Set<Mark> marks,
        Reach reach,
        int offset,
        int limit) {

    public QueueFilter {
        if (offset < 0 || limit < 1 || limit > 200) {
            throw new IllegalArgumentException("offset is at least 0 and limit 1 to 200");
        }
        if (states.isEmpty()) {
            throw new IllegalArgumentException("a case stands somewhere");
        }
        if (facets.containsKey(Facet.SEVERITY)) {
            Severity.valueOf(facets.get(Facet.SEVERITY));
        }
        states = Set.copyOf(states);
        facets = Map.copyOf(facets);
        marks = Set.copyOf(marks);
    }

    /** What has one of several values. */
    public enum Facet {
        /** {@code LOW} or {@code HIGH}. */
        SEVERITY,
        /** Such as {@code PATIENT_IDENTIFIER}. */
        REASON,
        ACCOUNT,
        /** Id of the person whose claim is the newest. */
        CLAIMED_BY,
        /** Id of a person who claimed it, approved it, or to whom it was escalated. */
        INVOLVING
    }

    /** What is so or not. */
    public enum Mark {
        SECOND_LOOK,
        LOW_RISK,
        ESCALATED
    }

    /** Every open case, the first {@code limit} of them. */
    public static QueueFilter all(int limit) {
        return new QueueFilter(
                "",
                Set.of(CaseState.OPEN),
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                Reach.EVERYTHING,
                0,
                limit);
    }

    /** Whether only cases are wanted that somebody may still change. */
    boolean waiting() {
        return states.stream().allMatch(CaseState::waits);
    }

    public QueueFilter words(String wanted) {
        return new QueueFilter(wanted, states, facets, dueBefore, freeAt, marks, reach, offset, limit);
    }

    public QueueFilter in(Set<CaseState> wanted) {
        return new QueueFilter(words, wanted, facets, dueBefore, freeAt, marks, reach, offset, limit);
    }

    public QueueFilter with(Facet facet, String value) {
        Map<Facet, String> more = new EnumMap<>(Facet.class);
        more.putAll(facets);
        more.put(facet, value);
        return new QueueFilter(words, states, more, dueBefore, freeAt, marks, reach, offset, limit);
    }

    public QueueFilter with(Mark mark) {
        Set<Mark> more = EnumSet.of(mark);
        more.addAll(marks);
        return new QueueFilter(words, states, facets, dueBefore, freeAt, more, reach, offset, limit);
    }

    public QueueFilter dueBefore(Instant moment) {
        return new QueueFilter(words, states, facets, Optional.of(moment), freeAt, marks, reach, offset, limit);
    }

    public QueueFilter freeAt(Instant moment) {
        return new QueueFilter(words, states, facets, dueBefore, Optional.of(moment), marks, reach, offset, limit);
    }

    /** Of these accounts only, whatever else is asked for. */
    public QueueFilter within(Reach reached) {
        return new QueueFilter(words, states, facets, dueBefore, freeAt, marks, reached, offset, limit);
    }

    public QueueFilter page(int skip, int most) {
        return new QueueFilter(words, states, facets, dueBefore, freeAt, marks, reach, skip, most);
    }
}
