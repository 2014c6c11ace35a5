package org.imprimatur.approver.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.imprimatur.approver.review.Refusal.Name;
import org.imprimatur.approver.review.Stage.Closed;
import org.imprimatur.approver.review.Stage.Outcome;
import org.junit.jupiter.api.Test;

class ReviewTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Content FIRST = new Content(1, "aa");
    private static final Content SECOND = new Content(2, "bb");
    private static final Person MIRA = new Person("mira", Set.of("reviewer"));
    private static final Person NOAH = new Person("noah", Set.of("reviewer"));
    private static final Person OLGA = new Person("olga", Set.of("author"));
    private static final Person PAUL = new Person("paul", Set.of("author", "reviewer"));

    private static final Optional<String> RULE = Optional.of("R1");

    private int commands;
    private Review review = Review.none("p1");

    @Test
    void oneApprovalReleasesWhatNeedsOne() {
        open(FIRST, 1);
        List<CaseEvent> events = ask(approve(MIRA, FIRST));
        assertThat(events).hasExactlyElementsOfTypes(CaseEvent.Approved.class, CaseEvent.Released.class);
        assertThat(outcome()).isEqualTo(Outcome.RELEASED);
    }

    @Test
    void whatNeedsTwoWaitsForASecondPerson() {
        open(FIRST, 2);
        assertThat(ask(approve(MIRA, FIRST))).hasExactlyElementsOfTypes(CaseEvent.Approved.class);
        assertThat(refusal(approve(MIRA, FIRST))).isEqualTo(Name.ALREADY_APPROVED);
        assertThat(ask(approve(NOAH, FIRST))).hasAtLeastOneElementOfType(CaseEvent.Released.class);
    }

    @Test
    void nobodyWithoutTheRoleDecides() {
        open(FIRST, 1);
        assertThat(refusal(approve(OLGA, FIRST))).isEqualTo(Name.NOT_A_REVIEWER);
        assertThat(refusal(new Command.Claim(by(new Person("x", Set.of()), FIRST))))
                .isEqualTo(Name.NOT_A_REVIEWER);
    }

    @Test
    void nobodyDecidesOnWhatTheyWroteOrEdited() {
        open(FIRST, 1);
        assertThat(refusal(approve(PAUL, FIRST))).isEqualTo(Name.OWN_WORK);
        assertThat(refusal(new Command.Claim(by(PAUL, FIRST)))).isEqualTo(Name.OWN_WORK);
    }

    @Test
    void aClaimKeepsOthersOutAndSaysWhoAndUntilWhen() {
        open(FIRST, 1);
        ask(new Command.Claim(by(MIRA, FIRST)));
        Refusal refusal = refused(approve(NOAH, FIRST), NOON.plus(Duration.ofMinutes(14)));
        assertThat(refusal.name()).isEqualTo(Name.CLAIMED_BY_ANOTHER);
        assertThat(refusal.sentence()).contains("mira").contains("12:15 UTC");
    }

    @Test
    void aClaimRunsOutAfterFifteenMinutes() {
        open(FIRST, 1);
        ask(new Command.Claim(by(MIRA, FIRST)));
        assertThat(ask(approve(NOAH, FIRST), NOON.plus(Duration.ofMinutes(15)))).hasSize(2);
    }

    @Test
    void aClaimCanBeGivenBackByItsHolderOnly() {
        open(FIRST, 1);
        assertThat(refusal(new Command.Unclaim(by(MIRA, FIRST)))).isEqualTo(Name.NOT_CLAIMED_BY_YOU);
        ask(new Command.Claim(by(MIRA, FIRST)));
        assertThat(refusal(new Command.Unclaim(by(NOAH, FIRST)))).isEqualTo(Name.CLAIMED_BY_ANOTHER);
        assertThat(ask(new Command.Unclaim(by(MIRA, FIRST)))).hasExactlyElementsOfTypes(CaseEvent.Unclaimed.class);
        assertThat(ask(new Command.Claim(by(NOAH, FIRST)))).hasExactlyElementsOfTypes(CaseEvent.Claimed.class);
    }

    @Test
    void anApprovalGivesTheClaimBack() {
        open(FIRST, 2);
        ask(new Command.Claim(by(MIRA, FIRST)));
        ask(approve(MIRA, FIRST));
        assertThat(ask(approve(NOAH, FIRST))).hasSize(2);
    }

    @Test
    void aDecisionOnAnotherRevisionOrAnotherContentIsStale() {
        open(SECOND, 1);
        assertThat(refusal(approve(MIRA, FIRST))).isEqualTo(Name.STALE_REVISION);
        assertThat(refusal(approve(MIRA, new Content(2, "cc")))).isEqualTo(Name.STALE_REVISION);
        assertThat(refusal(approve(MIRA, new Content(3, "bb")))).isEqualTo(Name.STALE_REVISION);
    }

    @Test
    void aNewerRevisionSupersedesAndVoidsApprovals() {
        open(FIRST, 2);
        ask(approve(MIRA, FIRST));
        step(review.submitted(SECOND, NOON));
        assertThat(outcome()).isEqualTo(Outcome.SUPERSEDED);
        assertThat(refusal(approve(NOAH, FIRST))).isEqualTo(Name.CASE_CLOSED);
        open(SECOND, 2);
        assertThat(ask(approve(NOAH, SECOND))).hasExactlyElementsOfTypes(CaseEvent.Approved.class);
    }

    @Test
    void anOlderRevisionThanTheNewestSeenIsNeverOpened() {
        step(review.submitted(SECOND, NOON));
        assertThat(open(FIRST, 1)).isEmpty();
        assertThat(refusal(approve(MIRA, FIRST))).isEqualTo(Name.NO_CASE);
    }

    @Test
    void whatIsHeldTwiceOpensOnce() {
        open(FIRST, 1);
        assertThat(open(FIRST, 1)).isEmpty();
        ask(approve(MIRA, FIRST));
        assertThat(open(FIRST, 1)).isEmpty();
    }

    @Test
    void aSecondContentUnderOneNumberIsNeverOpened() {
        open(FIRST, 1);
        Content other = new Content(1, "ff");
        assertThat(open(other, 1)).isEmpty();
        assertThat(review.contradicts(other)).isTrue();
        assertThat(refusal(approve(MIRA, other))).isEqualTo(Name.STALE_REVISION);
    }

    @Test
    void whatThePolicyBlocksNobodyApprovesAndAnybodyEntitledMaySendBack() {
        open(FIRST, 0);
        assertThat(refusal(approve(MIRA, FIRST))).isEqualTo(Name.BLOCKED_BY_POLICY);
        ask(new Command.RequestChanges(by(MIRA, FIRST), new Grounds("Leave the name out", RULE, Optional.empty())));
        assertThat(outcome()).isEqualTo(Outcome.CHANGES_REQUESTED);
    }

    @Test
    void aDecisionAgainstNeedsAReasonAndThePolicyItRestsOn() {
        open(FIRST, 1);
        Grounds none = new Grounds("  ", RULE, Optional.empty());
        assertThat(refusal(new Command.Reject(by(MIRA, FIRST), none))).isEqualTo(Name.REASON_MISSING);
        assertThat(refusal(new Command.RequestChanges(by(MIRA, FIRST), none))).isEqualTo(Name.REASON_MISSING);
        Grounds unfounded = new Grounds("No", Optional.empty(), Optional.empty());
        assertThat(refusal(new Command.Reject(by(MIRA, FIRST), unfounded))).isEqualTo(Name.POLICY_MISSING);
        ask(new Command.Reject(by(MIRA, FIRST), new Grounds("Not ours to tell", RULE, Optional.empty())));
        assertThat(outcome()).isEqualTo(Outcome.REJECTED);
    }

    @Test
    void aClosedCaseRefusesEverything() {
        open(FIRST, 1);
        ask(approve(MIRA, FIRST));
        Grounds why = new Grounds("Too late", RULE, Optional.empty());
        assertThat(refusal(approve(NOAH, FIRST))).isEqualTo(Name.CASE_CLOSED);
        assertThat(refusal(new Command.Reject(by(NOAH, FIRST), why))).isEqualTo(Name.CASE_CLOSED);
        assertThat(refusal(new Command.Claim(by(NOAH, FIRST)))).isEqualTo(Name.CASE_CLOSED);
        assertThat(outcome()).isEqualTo(Outcome.RELEASED);
    }

    @Test
    void theSameCommandIsAnsweredOnce() {
        open(FIRST, 2);
        Command approve = approve(MIRA, FIRST);
        assertThat(ask(approve)).hasSize(1);
        assertThat(ask(approve)).isEmpty();
        assertThat(review.decide(approve, Terms.PLAIN, NOON)).isInstanceOf(Decision.AnsweredBefore.class);
    }

    @Test
    void anUnknownCommandIsRefusedAndNotGuessed() {
        open(FIRST, 1);
        assertThat(refusal(new Command.Unknown(by(MIRA, FIRST)))).isEqualTo(Name.UNKNOWN_COMMAND);
        assertThat(review.state().stage()).isInstanceOf(Open.class);
    }

    @Test
    void eventsApplyOnlyInTheirOrder() {
        CaseEvent opened = open(FIRST, 1).get(0);
        assertThatThrownBy(() -> review.state().apply(opened)).isInstanceOf(IllegalStateException.class);
    }

    private Command approve(Person person, Content seen) {
        return new Command.Approve(by(person, seen), Optional.empty());
    }

    private Ask by(Person person, Content seen) {
        return new Ask("c" + ++commands, person, seen);
    }

    private List<CaseEvent> open(Content content, int approvals) {
        Opening opening = new Opening(
                content,
                Set.of("olga", "paul"),
                Requirement.of(approvals),
                Risk.HIGH,
                new Opening.Judgement("v1", "e1", NOON),
                Optional.empty());
        return step(review.held(opening, Terms.PLAIN, NOON));
    }

    private List<CaseEvent> ask(Command command) {
        return ask(command, NOON);
    }

    private List<CaseEvent> ask(Command command, Instant now) {
        return step(review.asked(command, Terms.PLAIN, now));
    }

    private Name refusal(Command command) {
        return refused(command, NOON).name();
    }

    private Refusal refused(Command command, Instant now) {
        List<CaseEvent> events = ask(command, now);
        assertThat(events).hasExactlyElementsOfTypes(CaseEvent.Refused.class);
        return ((CaseEvent.Refused) events.get(0)).refusal();
    }

    private List<CaseEvent> step(Step step) {
        review = step.next();
        return step.events();
    }

    private Outcome outcome() {
        assertThat(review.state().stage()).isInstanceOf(Closed.class);
        return ((Closed) review.state().stage()).outcome();
    }
}
