package org.imprimatur.approver.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.imprimatur.approver.review.RandomReview.Input;

/** Counts by hand what happened to one post, and looks at each event for whether it should have. */
final class Watcher {
    private static final Set<Class<?>> TURNS = Set.of(
            Command.Claim.class,
            Command.Extend.class,
            Command.Unclaim.class,
            Command.Approve.class,
            Command.ApproveInBulk.class,
            Command.Edit.class,
            Command.Reject.class,
            Command.RequestChanges.class,
            Command.Escalate.class);

    private final String seed;
    private final Terms terms;
    private final List<CaseEvent> history = new ArrayList<>();
    private final Map<String, CaseEvent.Approved> approvals = new LinkedHashMap<>();
    private final Set<String> answered = new HashSet<>();
    private final Set<Long> undone = new HashSet<>();
    private Optional<Opening> current = Optional.empty();
    private Optional<CaseEvent.Escalated> escalated = Optional.empty();
    private Optional<Lease> claim = Optional.empty();
    private boolean over = true;
    private int newest;

    Watcher(RandomReview life) {
        seed = life.postId();
        terms = life.terms();
    }

    List<CaseEvent> history() {
        return history;
    }

    void check(Input input, Step step) {
        if (input instanceof Input.Submitted submitted) {
            newest = Math.max(newest, submitted.content().revision());
        }
        if (input instanceof Input.Held held) {
            newest = Math.max(newest, held.opening().content().revision());
        }
        if (input instanceof Input.Asked asked) {
            checkAnswer(asked.command(), step.events(), input.at());
        }
        step.events().forEach(this::record);
    }

    private void checkAnswer(Command command, List<CaseEvent> events, Instant now) {
        Ask ask = command.ask();
        if (events.isEmpty()) {
            assertThat(answered.contains(ask.commandId()) || command instanceof Command.Extend)
                    .as("%s: only what was answered, or is not worth writing down, gets no event", seed)
                    .isTrue();
            return;
        }
        assertThat(answered.add(ask.commandId())).as("%s: answered once", seed).isTrue();
        assertThat(events.get(0).stamp().commandId()).as(seed).contains(ask.commandId());
        if (events.get(0) instanceof CaseEvent.Refused) {
            return;
        }
        Opening opening = current.orElseThrow();
        assertThat(ask.seen()).as("%s: what is under review", seed).isEqualTo(opening.content());
        if (TURNS.contains(command.getClass())) {
            assertThat(over || enough()).as("%s: open", seed).isFalse();
            assertThat(mayDecide(ask.by())).as("%s: %s decides", seed, ask.by()).isTrue();
            assertThat(opening.contributors()).as(seed).doesNotContain(ask.by().id());
            assertThat(claim.filter(lease -> now.isBefore(lease.until())
                            && !lease.by().equals(ask.by().id())))
                    .as("%s: claimed by nobody else", seed)
                    .isEmpty();
            assertThat(opening.expiresAt().filter(end -> !end.isAfter(now)))
                    .as("%s: not expired", seed)
                    .isEmpty();
        }
    }

    private boolean mayDecide(Person person) {
        boolean addressed = escalated
                .filter(to -> to.to().kind() == Addressee.Kind.ROLE
                        && person.roles().contains(to.to().name()))
                .isPresent();
        return person.roles().contains("reviewer") || addressed;
    }

    private void record(CaseEvent event) {
        history.add(event);
        Stamp stamp = event.stamp();
        assertThat(stamp.sequence()).as("%s: no gaps", seed).isEqualTo(history.size());
        if (event instanceof CaseEvent.Opened opened) {
            open(opened.opening(), stamp);
        } else if (event instanceof CaseEvent.Reopened reopened) {
            assertThat(reopened.opening().judged().at())
                    .isAfter(current.orElseThrow().judged().at());
            open(reopened.opening(), stamp);
        } else if (event instanceof CaseEvent.Approved approved) {
            approve(approved);
        } else if (event instanceof CaseEvent.Undone taken) {
            undo(taken);
        } else if (event instanceof CaseEvent.Escalated to) {
            assertThat(to.note()).isNotBlank();
            escalated = Optional.of(to);
            claim = Optional.empty();
        } else if (!(event instanceof CaseEvent.Refused)) {
            other(event);
        }
        claim(event);
    }

    private void open(Opening opening, Stamp stamp) {
        assertThat(stamp.content().revision()).as("%s: the newest", seed).isEqualTo(newest);
        current = Optional.of(opening);
        approvals.clear();
        escalated = Optional.empty();
        claim = Optional.empty();
        over = false;
    }

    private void approve(CaseEvent.Approved approved) {
        Opening opening = current.orElseThrow();
        assertThat(approvals.put(actor(approved), approved))
                .as("%s: approves once", seed)
                .isNull();
        assertThat(opening.requirement().approvals())
                .as("%s: not blocked", seed)
                .isPositive();
        if (approved.inBulk()) {
            assertThat(opening.risk()).as(seed).isEqualTo(Risk.LOW);
            assertThat(opening.requirement().approvals()).as(seed).isEqualTo(1);
            assertThat(escalated).as(seed).isEmpty();
        }
    }

    private void undo(CaseEvent.Undone taken) {
        CaseEvent decision = history.get((int) taken.decision() - 1);
        assertThat(undone.add(taken.decision())).as("%s: undone once", seed).isTrue();
        assertThat(actor(decision)).as("%s: one's own", seed).isEqualTo(actor(taken));
        assertThat(taken.stamp().at())
                .as("%s: in time", seed)
                .isBefore(decision.stamp().at().plus(terms.undo()));
        assertThat(taken.stamp().content().revision())
                .as("%s: the newest", seed)
                .isEqualTo(newest);
        if (decision instanceof CaseEvent.Approved) {
            approvals.remove(actor(decision));
        } else {
            assertThat(decision).isInstanceOfAny(CaseEvent.Rejected.class, CaseEvent.ChangesRequested.class);
        }
        over = false;
    }

    private void other(CaseEvent event) {
        Opening opening = current.orElseThrow();
        if (event instanceof CaseEvent.Released released) {
            release(released, opening);
        } else if (event instanceof CaseEvent.Withdrawn) {
            assertThat(opening.contributors()).as(seed).contains(actor(event));
        } else if (event instanceof CaseEvent.Edited edited) {
            newest = Math.max(newest, edited.made().revision());
        } else if (event instanceof CaseEvent.Expired) {
            assertThat(opening.expiresAt().orElseThrow())
                    .as(seed)
                    .isBeforeOrEqualTo(event.stamp().at());
        } else if (event instanceof CaseEvent.Commented said && said.note().isPresent()) {
            assertThat(opening.contributors()).as(seed).doesNotContain(actor(event));
        } else if (event instanceof CaseEvent.TakenOver taken) {
            assertThat(claim.map(Lease::by)).as("%s: whose claim", seed).contains(taken.from());
            assertThat(claim.orElseThrow().until())
                    .as(seed)
                    .isAfter(event.stamp().at());
        }
        Set<Class<?>> goOn = Set.of(
                CaseEvent.Claimed.class,
                CaseEvent.TakenOver.class,
                CaseEvent.Extended.class,
                CaseEvent.Unclaimed.class,
                CaseEvent.Commented.class);
        if (!goOn.contains(event.getClass())) {
            assertThat(over).as("%s: ends once", seed).isFalse();
            over = true;
        }
    }

    private void release(CaseEvent.Released released, Opening opening) {
        Instant at = released.stamp().at();
        assertThat(released.stamp().content()).as(seed).isEqualTo(opening.content());
        assertThat(opening.content().revision()).as("%s: the newest", seed).isEqualTo(newest);
        assertThat(opening.requirement().approvals())
                .as("%s: not blocked", seed)
                .isPositive();
        assertThat(approvals.keySet()).as("%s: who", seed).containsExactlyElementsOf(released.approvers());
        assertThat(enough()).as("%s: enough", seed).isTrue();
        Instant last = history.get((int) released.completedBy() - 1).stamp().at();
        assertThat(at).as("%s: after the time to think again", seed).isAfterOrEqualTo(last.plus(terms.undo()));
        opening.expiresAt()
                .ifPresent(end -> assertThat(at).as("%s: in time", seed).isBefore(end));
    }

    private boolean enough() {
        int asked = current.orElseThrow().requirement().approvals();
        boolean many = approvals.size() >= Math.max(escalated.isPresent() ? 2 : 1, asked);
        return many
                && escalated
                        .map(to -> approvals.values().stream().anyMatch(each -> answers(each, to)))
                        .orElse(true);
    }

    private static boolean answers(CaseEvent.Approved approval, CaseEvent.Escalated to) {
        String name = to.to().name();
        return approval.stamp().sequence() > to.stamp().sequence()
                && (name.equals(actor(approval))
                        || approval.stamp().actor().orElseThrow().roles().contains(name));
    }

    private void claim(CaseEvent event) {
        Stamp stamp = event.stamp();
        Instant until = stamp.at().plus(Duration.ofMinutes(15));
        if (event instanceof CaseEvent.Claimed || event instanceof CaseEvent.TakenOver) {
            claim = Optional.of(new Lease(actor(event), until));
        } else if (event instanceof CaseEvent.Refused
                || event instanceof CaseEvent.Commented
                || event instanceof CaseEvent.Undone
                || event instanceof CaseEvent.Extended) {
            boolean holder = claim.filter(lease -> stamp.at().isBefore(lease.until()))
                    .filter(lease -> lease.by().equals(actor(event)))
                    .isPresent();
            claim = holder ? Optional.of(new Lease(actor(event), until)) : claim;
        } else {
            claim = Optional.empty();
        }
    }

    private static String actor(CaseEvent event) {
        return event.stamp().actor().map(Person::id).orElse("");
    }
}
