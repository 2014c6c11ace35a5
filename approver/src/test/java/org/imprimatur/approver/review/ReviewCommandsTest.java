package org.imprimatur.approver.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.imprimatur.approver.review.Refusal.Name;
import org.imprimatur.approver.review.Stage.Approved;
import org.imprimatur.approver.review.Stage.Closed;
import org.imprimatur.approver.review.Stage.Outcome;
import org.junit.jupiter.api.Test;

/** What can be asked of a case beyond yes and no, with half a minute to think again. */
class ReviewCommandsTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Terms TERMS = new Terms(Duration.ofSeconds(30), 0);
    private static final Content FIRST = new Content(1, "aa");
    private static final Content SECOND = new Content(2, "bb");
    private static final Person MIRA = new Person("mira", Set.of("reviewer"));
    private static final Person NOAH = new Person("noah", Set.of("reviewer"));
    private static final Person RUTH = new Person("ruth", Set.of("administrator"));
    private static final Person OLGA = new Person("olga", Set.of("author"));
    private static final Optional<String> NONE = Optional.empty();
    private static final Grounds GROUNDS = new Grounds("Not ours to tell", Optional.of("R1"), NONE);

    private int commands;
    private Instant now = NOON;
    private Review review = Review.none("p1");

    @Test
    void whatIsApprovedGoesOutWhenTheTimeToThinkAgainIsOver() {
        open(1);
        assertThat(ask(approve(MIRA))).hasExactlyElementsOfTypes(CaseEvent.Approved.class);
        assertThat(review.wakeAt()).contains(NOON.plusSeconds(30));
        assertThat(pass(29)).isEmpty();
        assertThat(pass(1)).hasExactlyElementsOfTypes(CaseEvent.Released.class);
        assertThat(outcome()).isEqualTo(Outcome.RELEASED);
        assertThat(pass(60)).isEmpty();
    }

    @Test
    void whileItWaitsToGoOutNobodyDecidesAgain() {
        open(1);
        ask(approve(MIRA));
        Refusal refusal = refused(approve(NOAH));
        assertThat(refusal.name()).isEqualTo(Name.AWAITING_RELEASE);
        assertThat(refusal.sentence()).contains("12:00:30 UTC");
    }

    @Test
    void anApprovalIsTakenBackInTimeByWhoGaveIt() {
        open(1);
        ask(approve(MIRA));
        assertThat(refused(new Command.Undo(by(NOAH))).name()).isEqualTo(Name.NOTHING_TO_UNDO);
        assertThat(ask(new Command.Undo(by(MIRA)))).hasExactlyElementsOfTypes(CaseEvent.Undone.class);
        assertThat(pass(60)).isEmpty();
        assertThat(review.state().stage()).isEqualTo(Open.of(opening(1)));
    }

    @Test
    void theFirstOfTwoTakesBackWhatTheSecondCompleted() {
        open(2);
        ask(approve(MIRA));
        now = now.plusSeconds(20);
        ask(approve(NOAH));
        ask(new Command.Undo(by(MIRA)));
        assertThat(((Open) review.state().stage()).approvers()).containsExactly("noah");
        assertThat(pass(60)).isEmpty();
    }

    @Test
    void aRejectionIsTakenBackInTimeAndNotLater() {
        open(1);
        ask(new Command.Reject(by(MIRA), GROUNDS));
        assertThat(refused(new Command.Undo(by(NOAH))).name()).isEqualTo(Name.NOTHING_TO_UNDO);
        now = now.plusSeconds(29);
        ask(new Command.Undo(by(MIRA)));
        assertThat(review.state().stage()).isInstanceOf(Open.class);
        ask(new Command.Reject(by(MIRA), GROUNDS));
        now = now.plusSeconds(30);
        assertThat(refused(new Command.Undo(by(MIRA))).name()).isEqualTo(Name.UNDO_TOO_LATE);
    }

    @Test
    void whatWentOutIsNotTakenBack() {
        open(1);
        ask(approve(MIRA));
        pass(30);
        assertThat(refused(new Command.Undo(by(MIRA))).name()).isEqualTo(Name.UNDO_TOO_LATE);
    }

    @Test
    void aRejectionIsNotTakenBackWhenTheNextRevisionIsThere() {
        open(1);
        ask(new Command.Reject(by(MIRA), GROUNDS));
        step(review.submitted(SECOND, now));
        assertThat(refused(new Command.Undo(by(MIRA))).sentence()).contains("newer revision");
    }

    @Test
    void aNewerRevisionStopsWhatIsApprovedAndNotYetOut() {
        open(1);
        ask(approve(MIRA));
        assertThat(step(review.submitted(SECOND, now))).hasExactlyElementsOfTypes(CaseEvent.Superseded.class);
        assertThat(pass(60)).isEmpty();
    }

    @Test
    void takingOverSaysWhoseClaimItWas() {
        open(1);
        ask(new Command.Claim(by(MIRA)));
        List<CaseEvent> events = ask(new Command.TakeOver(by(NOAH)));
        assertThat(((CaseEvent.TakenOver) events.get(0)).from()).isEqualTo("mira");
        assertThat(refused(approve(MIRA)).name()).isEqualTo(Name.CLAIMED_BY_ANOTHER);
        ask(new Command.Unclaim(by(NOAH)));
        assertThat(ask(new Command.TakeOver(by(MIRA)))).hasExactlyElementsOfTypes(CaseEvent.Claimed.class);
    }

    @Test
    void whateverTheHolderDoesKeepsTheClaimAlive() {
        open(1);
        ask(new Command.Claim(by(MIRA)));
        now = now.plus(Duration.ofMinutes(14));
        refused(new Command.Reject(by(MIRA), new Grounds(" ", NONE, NONE)));
        now = now.plus(Duration.ofMinutes(14));
        assertThat(refused(approve(NOAH)).name()).isEqualTo(Name.CLAIMED_BY_ANOTHER);
        now = now.plus(Duration.ofMinutes(1));
        assertThat(ask(approve(NOAH))).hasSize(1);
    }

    @Test
    void beingThereIsWrittenDownOnceAMinute() {
        open(1);
        ask(new Command.Claim(by(MIRA)));
        now = now.plusSeconds(59);
        assertThat(ask(new Command.Extend(by(MIRA)))).isEmpty();
        now = now.plusSeconds(1);
        assertThat(ask(new Command.Extend(by(MIRA)))).hasExactlyElementsOfTypes(CaseEvent.Extended.class);
        assertThat(refused(new Command.Extend(by(NOAH))).name()).isEqualTo(Name.CLAIMED_BY_ANOTHER);
        now = now.plus(Duration.ofMinutes(15));
        assertThat(refused(new Command.Extend(by(MIRA))).name()).isEqualTo(Name.NOT_CLAIMED_BY_YOU);
    }

    @Test
    void anEditEndsTheCaseAndItsRevisionIsDecidedBySomebodyElse() {
        open(2);
        ask(approve(NOAH));
        assertThat(refused(new Command.Edit(by(MIRA), new Content(2, "aa"), NONE))
                        .name())
                .isEqualTo(Name.NOTHING_CHANGED);
        ask(new Command.Edit(by(MIRA), SECOND, NONE));
        assertThat(outcome()).isEqualTo(Outcome.EDITED);
        assertThat(step(review.submitted(SECOND, now))).isEmpty();
        assertThat(review.contradicts(new Content(2, "of the author"))).isTrue();
        Opening next = new Opening(
                SECOND, Set.of("olga", "mira"), Requirement.of(1), Risk.LOW, judged("v1"), Optional.empty());
        step(review.held(next, TERMS, now));
        Ask own = new Ask("own", MIRA, SECOND);
        assertThat(refused(new Command.Approve(own, NONE)).name()).isEqualTo(Name.OWN_WORK);
        assertThat(ask(new Command.Approve(new Ask("other", NOAH, SECOND), NONE)))
                .hasSize(1);
    }

    @Test
    void anEditMakesTheNextRevisionAndNoOther() {
        assertThatThrownBy(() -> new Command.Edit(by(MIRA), new Content(3, "bb"), NONE))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatIsEscalatedNeedsTwoOfWhomOneIsWhoWasAsked() {
        open(1);
        ask(escalate(MIRA, "role:administrator", "Looks like a lawsuit"));
        ask(approve(MIRA));
        assertThat(refused(approve(MIRA)).sentence()).contains("administrator");
        ask(approve(NOAH));
        assertThat(review.state().stage()).isInstanceOf(Open.class);
        ask(approve(RUTH));
        assertThat(review.state().stage()).isInstanceOf(Approved.class);
        assertThat(((CaseEvent.Released) pass(30).get(0)).approvers()).containsExactly("mira", "noah", "ruth");
    }

    @Test
    void anAdministratorDecidesOnlyWhereOneWasAsked() {
        open(1);
        assertThat(refused(approve(RUTH)).name()).isEqualTo(Name.NOT_A_REVIEWER);
        ask(escalate(MIRA, "role:administrator", "Please look"));
        assertThat(ask(new Command.RequestChanges(by(RUTH), GROUNDS)))
                .hasExactlyElementsOfTypes(CaseEvent.ChangesRequested.class);
    }

    @Test
    void anApprovalFromBeforeTheEscalationDoesNotAnswerIt() {
        open(2);
        ask(approve(NOAH));
        assertThat(refused(escalate(MIRA, "person:noah", "Please look")).name()).isEqualTo(Name.UNFIT_ADDRESSEE);
        ask(escalate(MIRA, "role:reviewer", "Somebody else, please"));
        assertThat(ask(approve(MIRA))).hasSize(1);
        assertThat(review.state().stage()).isInstanceOf(Approved.class);
    }

    @Test
    void anEscalationSaysToWhomAndWhy() {
        open(1);
        assertThat(refused(escalate(MIRA, "role:administrator", " ")).name()).isEqualTo(Name.REASON_MISSING);
        for (String whom : List.of("role:auditor", "person:mira", "person:olga", "somebody", "person: ")) {
            assertThat(refused(escalate(MIRA, whom, "Please look")).name())
                    .as(whom)
                    .isEqualTo(Name.UNFIT_ADDRESSEE);
        }
    }

    @Test
    void onlyWhoWroteItWithdrawsIt() {
        open(1);
        assertThat(refused(new Command.Withdraw(by(MIRA), NONE)).name()).isEqualTo(Name.NOT_THE_AUTHOR);
        ask(approve(MIRA));
        ask(new Command.Withdraw(by(OLGA), Optional.of("Wrong date")));
        assertThat(outcome()).isEqualTo(Outcome.WITHDRAWN);
        assertThat(pass(60)).isEmpty();
        assertThat(open(1)).isEmpty();
    }

    @Test
    void commentsAreForEverybodyAndNotesOnlyForColleagues() {
        open(1);
        assertThat(ask(new Command.Comment(by(MIRA), NONE, Optional.of("Ask legal"))))
                .hasSize(1);
        assertThat(ask(new Command.Comment(by(OLGA), Optional.of("It is cleared with them"), NONE)))
                .hasSize(1);
        assertThat(refused(new Command.Comment(by(OLGA), NONE, Optional.of("Psst")))
                        .name())
                .isEqualTo(Name.NOTE_ON_OWN_WORK);
        assertThat(refused(new Command.Comment(by(MIRA), Optional.of(" "), NONE))
                        .name())
                .isEqualTo(Name.REASON_MISSING);
        assertThat(refused(new Command.Comment(by(RUTH), Optional.of("Hello"), NONE))
                        .name())
                .isEqualTo(Name.NOT_A_REVIEWER);
        ask(new Command.Reject(by(MIRA), GROUNDS));
        assertThat(ask(new Command.Comment(by(NOAH), Optional.of("See the handbook"), NONE)))
                .hasSize(1);
        assertThat(outcome()).isEqualTo(Outcome.REJECTED);
    }

    @Test
    void onlyWhatIsOfLowRiskIsApprovedInBulk() {
        open(1);
        List<CaseEvent> events = ask(new Command.ApproveInBulk(by(MIRA)));
        assertThat(((CaseEvent.Approved) events.get(0)).inBulk()).isTrue();
        review = Review.none("p1");
        open(2);
        assertThat(refused(new Command.ApproveInBulk(by(MIRA))).name()).isEqualTo(Name.NOT_LOW_RISK);
        review = Review.none("p1");
        step(review.held(opening(1), new Terms(Duration.ZERO, 100), now));
        assertThat(refused(new Command.ApproveInBulk(by(MIRA))).name()).isEqualTo(Name.DRAWN_FOR_SECOND_LOOK);
    }

    @Test
    void whatIsDrawnForASecondLookNeedsTwo() {
        step(review.held(opening(1), new Terms(Duration.ofSeconds(30), 100), now));
        ask(approve(MIRA));
        assertThat(review.state().stage()).isInstanceOf(Open.class);
        ask(approve(NOAH));
        assertThat(review.state().stage()).isInstanceOf(Approved.class);
    }

    @Test
    void whatHasExpiredIsNeverApproved() {
        Opening short1 = new Opening(
                FIRST, Set.of("olga"), Requirement.of(1), Risk.LOW, judged("v1"), Optional.of(NOON.plusSeconds(10)));
        step(review.held(short1, TERMS, now));
        ask(approve(MIRA));
        assertThat(pass(10)).hasExactlyElementsOfTypes(CaseEvent.Expired.class);
        assertThat(refused(approve(NOAH)).sentence()).contains("expired");
    }

    @Test
    void aCaseThatIsOverdueForExpiryRefusesBeforeTheClockWasHeard() {
        Opening late = new Opening(
                FIRST, Set.of("olga"), Requirement.of(1), Risk.LOW, judged("v1"), Optional.of(NOON.plusSeconds(10)));
        step(review.held(late, TERMS, now));
        now = now.plusSeconds(10);
        assertThat(refused(approve(MIRA)).name()).isEqualTo(Name.CASE_EXPIRED);
    }

    @Test
    void aPostWithoutAnEndExpiresADayAfterItsOwnTime() {
        Optional<Instant> slot = Optional.of(NOON);
        assertThat(Opening.expiry(Optional.empty(), slot)).contains(NOON.plus(Duration.ofDays(1)));
        assertThat(Opening.expiry(Optional.of(NOON.plusSeconds(1)), slot)).contains(NOON.plusSeconds(1));
        assertThat(Opening.expiry(Optional.empty(), Optional.empty())).isEmpty();
    }

    @Test
    void aLaterWordOpensWhatWasReleasedAgain() {
        open(1);
        ask(approve(MIRA));
        pass(30);
        assertThat(hold("v1", 0)).as("the same verdict told again").isEmpty();
        assertThat(hold("v0", -60)).isEmpty();
        assertThat(hold("v1", 30))
                .as("an authorization was revoked")
                .hasExactlyElementsOfTypes(CaseEvent.Reopened.class);
        assertThat(ask(approve(MIRA))).hasExactlyElementsOfTypes(CaseEvent.Approved.class);
        assertThat(hold("v2", 60)).hasExactlyElementsOfTypes(CaseEvent.Reopened.class);
        assertThat(ask(approve(MIRA))).hasExactlyElementsOfTypes(CaseEvent.Approved.class);
        assertThat(hold("v3", 90)).hasExactlyElementsOfTypes(CaseEvent.Reopened.class);
        assertThat(pass(60)).isEmpty();
    }

    @Test
    void aDecisionAgainstStandsUnderEveryPolicy() {
        open(1);
        ask(new Command.Reject(by(MIRA), GROUNDS));
        assertThat(hold("v2", 60)).isEmpty();
        assertThat(outcome()).isEqualTo(Outcome.REJECTED);
    }

    private List<CaseEvent> hold(String policy, int secondsLater) {
        Opening.Judgement judged = new Opening.Judgement(policy, "e1", NOON.plusSeconds(secondsLater));
        Opening opening = new Opening(FIRST, Set.of("olga"), Requirement.of(1), Risk.LOW, judged, Optional.empty());
        return step(review.held(opening, TERMS, now));
    }

    private List<CaseEvent> open(int approvals) {
        return step(review.held(opening(approvals), TERMS, now));
    }

    private static Opening opening(int approvals) {
        Risk risk = approvals == 1 ? Risk.LOW : Risk.HIGH;
        return new Opening(FIRST, Set.of("olga"), Requirement.of(approvals), risk, judged("v1"), Optional.empty());
    }

    private static Opening.Judgement judged(String policy) {
        return new Opening.Judgement(policy, "e1", NOON);
    }

    private Command approve(Person person) {
        return new Command.Approve(by(person), NONE);
    }

    private Command escalate(Person person, String whom, String note) {
        return new Command.Escalate(by(person), Addressee.read(whom), note);
    }

    private Ask by(Person person) {
        return new Ask("c" + ++commands, person, FIRST);
    }

    private List<CaseEvent> ask(Command command) {
        List<CaseEvent> events = step(review.asked(command, TERMS, now));
        assertThat(events).noneMatch(CaseEvent.Refused.class::isInstance);
        return events;
    }

    private Refusal refused(Command command) {
        List<CaseEvent> events = step(review.asked(command, TERMS, now));
        assertThat(events).hasExactlyElementsOfTypes(CaseEvent.Refused.class);
        return ((CaseEvent.Refused) events.get(0)).refusal();
    }

    private List<CaseEvent> pass(int seconds) {
        now = now.plusSeconds(seconds);
        return step(review.passed(now));
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
