package org.imprimatur.approver.readmodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imprimatur.approver.wire.Samples.MIRA;
import static org.imprimatur.approver.wire.Samples.MONDAY;
import static org.imprimatur.approver.wire.Samples.NOAH;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.imprimatur.approver.post.Severity;
import org.imprimatur.approver.post.Span;
import org.imprimatur.approver.readmodel.QueueFilter.Facet;
import org.imprimatur.approver.review.Person;
import org.imprimatur.approver.review.Terms;
import org.imprimatur.approver.wire.LivePost;
import org.imprimatur.approver.wire.Samples;
import org.imprimatur.schemas.Topics;
import org.imprimatur.schemas.wire.Wire;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReadModelTest {
    private static final String TEXT = "Call Zoë at 555-0100";
    private static final ReviewTargets TARGETS = new ReviewTargets(Duration.ofHours(4), Duration.ofHours(24));

    private final Wire wire = Wire.inMemory();
    private final Samples samples = new Samples(wire);
    private final MemoryRows rows = new MemoryRows(wire);
    private final ReadModel model = new ReadModel(rows, wire, TARGETS);
    private final Map<String, LivePost> posts = new HashMap<>();
    private int commands;

    @AfterEach
    void close() {
        rows.close();
    }

    @Test
    void aPostGoesFromScreeningToPublished() {
        rows.put(Topics.DRAFTS.name(), "p1", samples.draft("p1", 1, TEXT));
        assertThat(state("p1")).isEqualTo(PostState.SCREENING);
        rows.put(Topics.VERDICTS.name(), "p1", samples.verdict("p1", 1, TEXT, "HOLD", 1));
        assertThat(state("p1")).isEqualTo(PostState.WAITING);
        events("p1", post("p1").held(samples.held("p1", 1, TEXT, "HOLD", 1), MONDAY));
        ask("p1", 1, TEXT, MIRA, "CLAIM", "");
        assertThat(state("p1")).isEqualTo(PostState.CLAIMED);
        ask("p1", 1, TEXT, MIRA, "APPROVE", "");
        assertThat(state("p1")).isEqualTo(PostState.CLEARED);
        rows.put(Topics.DELIVERIES.name(), "p1", samples.delivery("p1", 1, "ARMED"));
        assertThat(state("p1")).isEqualTo(PostState.PUBLISHING);
        rows.put(Topics.DELIVERIES.name(), "p1", samples.delivery("p1", 1, "PUBLISHED"));
        assertThat(state("p1")).isEqualTo(PostState.PUBLISHED);
    }

    @Test
    void aPostIsShownWithFindingsRulesCaseAndAllRevisions() {
        hold("p1", 1, TEXT, "HOLD_FOR_TWO", MONDAY);
        ask("p1", 1, TEXT, MIRA, "APPROVE", "");
        rows.put(Topics.DRAFTS.name(), "p1", samples.draft("p1", 2, "Call us"));
        PostView post = model.post("p1").orElseThrow();
        assertThat(post.revisions())
                .extracting(each -> each.content().revision())
                .containsExactly(2, 1);
        RevisionView first = post.revisions().get(1);
        assertThat(first.content().text()).isEqualTo(TEXT);
        assertThat(first.verdict().orElseThrow().findings().get(0).spans()).containsExactly(new Span(0, 4));
        assertThat(first.verdict().orElseThrow().rules().get(0).citation()).startsWith("45 CFR");
        CaseView review = first.review().orElseThrow();
        assertThat(review.contentHash()).isEqualTo(samples.hash("p1", 1, TEXT));
        assertThat(review.approvalsNeeded()).isEqualTo(2);
        assertThat(review.approvers()).containsExactly("mira");
        assertThat(review.contributors()).containsExactly("olga");
        assertThat(review.reasons()).containsExactly("PATIENT_IDENTIFIER");
        assertThat(review.toString()).doesNotContain(TEXT);
        assertThat(post.toString()).doesNotContain("555-0100");
    }

    @Test
    void theQueueHoldsOpenCasesOnlyAndWhatIsDueFirstComesFirst() {
        hold("mild", 1, "mild", "HOLD", MONDAY);
        hold("severe", 1, "severe", "HOLD_FOR_TWO", MONDAY.plus(Duration.ofHours(3)));
        hold("done", 1, "done", "HOLD", MONDAY);
        ask("done", 1, "done", MIRA, "APPROVE", "");
        QueuePage page = model.queue(QueueFilter.all(50));
        assertThat(page.rows()).extracting(row -> row.review().postId()).containsExactly("severe", "mild");
        assertThat(page.total()).isEqualTo(2);
        assertThat(page.rows().get(0).review().dueAt()).isEqualTo(MONDAY.plus(Duration.ofHours(7)));
    }

    @Test
    void theQueueIsFilteredAndPaged() {
        hold("mild", 1, "Visit our new clinic", "HOLD", MONDAY);
        hold("severe", 1, TEXT, "BLOCK", MONDAY);
        ask("mild", 1, "Visit our new clinic", NOAH, "CLAIM", "");
        assertThat(found("clin", Optional.empty(), Optional.empty())).containsExactly("mild");
        assertThat(found("clinic our", Optional.empty(), Optional.empty())).containsExactly("mild");
        assertThat(found("zoe", Optional.empty(), Optional.empty())).containsExactly("severe");
        assertThat(found("\" OR *", Optional.empty(), Optional.empty())).isEmpty();
        assertThat(found("", Optional.of(Severity.HIGH), Optional.empty())).containsExactly("severe");
        assertThat(found("", Optional.empty(), Optional.of("noah"))).containsExactly("mild");
        QueueFilter second = QueueFilter.all(1)
                .with(Facet.REASON, "PATIENT_IDENTIFIER")
                .with(Facet.ACCOUNT, "outbox")
                .page(1, 1);
        assertThat(model.queue(second).total()).isEqualTo(2);
        assertThat(model.queue(second).rows()).hasSize(1);
    }

    @Test
    void whatIsApprovedCanBeTakenBackUntilItGoesOut() {
        slowly("p1");
        hold("p1", 1, TEXT, "HOLD", MONDAY);
        ask("p1", 1, TEXT, MIRA, "APPROVE", "");
        CaseView review = review("p1");
        assertThat(state("p1")).isEqualTo(PostState.APPROVED);
        assertThat(review.state()).isEqualTo(CaseState.APPROVED);
        assertThat(review.releaseAt()).contains(MONDAY.plusSeconds(31));
        assertThat(review.undoUntil("mira", MONDAY.plusSeconds(30))).contains(MONDAY.plusSeconds(31));
        assertThat(review.undoUntil("mira", MONDAY.plusSeconds(31))).isEmpty();
        assertThat(review.undoUntil("noah", MONDAY)).isEmpty();
        ask("p1", 1, TEXT, MIRA, "UNDO", "");
        assertThat(review("p1").state()).isEqualTo(CaseState.OPEN);
        assertThat(review("p1").approvals()).isEmpty();
        ask("p1", 1, TEXT, NOAH, "REJECT", "No");
        assertThat(review("p1").undoUntil("noah", MONDAY.plusSeconds(10))).isPresent();
        ask("p1", 1, TEXT, NOAH, "UNDO", "");
        assertThat(review("p1").closing()).isEmpty();
        ask("p1", 1, TEXT, NOAH, "APPROVE", "");
        events("p1", post("p1").passed(MONDAY.plusSeconds(90)));
        assertThat(review("p1").state()).isEqualTo(CaseState.RELEASED);
        assertThat(model.historyVerified("p1")).isTrue();
    }

    @Test
    void aClaimIsTakenOverAndKeptAliveByWhateverItsHolderDoes() {
        hold("p1", 1, TEXT, "HOLD", MONDAY);
        ask("p1", 1, TEXT, MIRA, "CLAIM", "");
        ask("p1", 1, TEXT, NOAH, "TAKE_OVER", "");
        assertThat(model.history("p1").get(2).whom()).contains("mira");
        commands = 600;
        ask("p1", 1, TEXT, NOAH, "REJECT", " ");
        assertThat(review("p1").claim())
                .contains(new ClaimView("noah", MONDAY.plusSeconds(601).plus(Duration.ofMinutes(15))));
    }

    @Test
    void whatWasSaidToColleaguesIsLeftOutForWhoWroteIt() {
        hold("p1", 1, TEXT, "HOLD_FOR_TWO", MONDAY);
        events(
                "p1",
                post("p1").asked(samples.noted("n1", "p1", samples.hash("p1", 1, TEXT), MIRA, "Ask legal"), MONDAY));
        CaseView review = review("p1");
        assertThat(review.approvals().get(0).note()).contains("Ask legal");
        assertThat(review.withoutNotes().approvals().get(0).note()).isEmpty();
        HistoryRow event = model.history("p1").get(1);
        assertThat(event.note()).contains("Ask legal");
        assertThat(event.withoutNote().note()).isEmpty();
        assertThat(event.toString()).doesNotContain("legal");
    }

    @Test
    void everyFilterListsWhatItsCountSays() {
        hold("mild", 1, "mild", "HOLD", MONDAY);
        hold("severe", 1, "severe", "HOLD_FOR_TWO", MONDAY.plusSeconds(1));
        hold("done", 1, "done", "HOLD", MONDAY);
        ask("done", 1, "done", MIRA, "APPROVE", "");
        ask("severe", 1, "severe", MIRA, "CLAIM", "");
        Instant late = MONDAY.plus(Duration.ofHours(4)).plusSeconds(1);
        QueueCounts counts = model.counts("mira", Reach.EVERYTHING, late);
        assertThat(counts.states()).containsOnly(Map.entry(CaseState.OPEN, 2), Map.entry(CaseState.RELEASED, 1));
        assertThat(counts.severities()).containsOnly(Map.entry("LOW", 1), Map.entry("HIGH", 1));
        assertThat(counts.reasons()).containsOnly(Map.entry("PATIENT_IDENTIFIER", 2));
        assertThat(counts.accounts()).containsOnly(Map.entry("outbox", 2));
        assertThat(counts.involvingMe()).isEqualTo(1);
        assertThat(counts.overdue()).isEqualTo(1);
        assertThat(counts.lowRisk()).isEqualTo(1);
        assertThat(model.counts("mira", Reach.EVERYTHING, MONDAY.plusSeconds(60))
                        .claimedByMe())
                .isEqualTo(1);
        assertThat(listed(QueueFilter.all(9).dueBefore(late))).containsExactly("severe");
        assertThat(listed(QueueFilter.all(9).freeAt(MONDAY.plusSeconds(60)))).containsExactly("mild");
        assertThat(listed(QueueFilter.all(9).with(QueueFilter.Mark.LOW_RISK))).containsExactly("mild");
        assertThat(listed(QueueFilter.all(9).in(Set.of(CaseState.RELEASED)))).containsExactly("done");
        assertThat(listed(QueueFilter.all(9).in(Set.of(CaseState.values())).with(Facet.INVOLVING, "mira")))
                .containsExactlyInAnyOrder("severe", "done");
    }

    @Test
    void everyPostIsFoundByWhoLooksForItsWords() {
        hold("p1", 1, TEXT, "HOLD", MONDAY);
        rows.put(Topics.DRAFTS.name(), "p2", samples.draft("p2", 1, "Flu shots on Friday"));
        assertThat(model.posts(PostFilter.all(10)).rows())
                .extracting(PostRow::postId)
                .containsExactlyInAnyOrder("p1", "p2");
        PostFilter words = new PostFilter(
                "flu fri", Optional.of("olga"), Optional.of("outbox"), Optional.of(MONDAY), Optional.empty(), 0, 10);
        assertThat(model.posts(words).rows()).extracting(PostRow::postId).containsExactly("p2");
        assertThat(model.posts(words).total()).isEqualTo(1);
        assertThat(model.posts(new PostFilter(
                                "flu", Optional.of("ana"), Optional.empty(), Optional.empty(), Optional.empty(), 0, 10))
                        .rows())
                .isEmpty();
        assertThat(model.historyOfAccount("outbox", 0, 10))
                .extracting(HistoryRow::kind)
                .containsExactly("OPENED");
        assertThat(model.historyOfAccount("elsewhere", 0, 10)).isEmpty();
    }

    @Test
    void whatIsBlockedSaysSo() {
        hold("p1", 1, TEXT, "BLOCK", MONDAY);
        assertThat(model.queue(QueueFilter.all(1)).rows().get(0).review().blocked())
                .isTrue();
    }

    @Test
    void anAuthorSeesTheirOwnPostsWithTheReviewersReason() {
        hold("p1", 1, TEXT, "HOLD", MONDAY);
        ask("p1", 1, TEXT, MIRA, "REQUEST_CHANGES", "Leave the number out");
        PostRow row = model.postsOf("olga", Reach.EVERYTHING, 0, 10).get(0);
        assertThat(row.state()).isEqualTo(PostState.CHANGES_REQUESTED);
        assertThat(row.note()).contains("Leave the number out");
        assertThat(model.postsOf("mira", Reach.EVERYTHING, 0, 10)).isEmpty();
    }

    @Test
    void aHistoryVerifiesUntilSomebodyChangesIt() throws Exception {
        hold("p1", 1, TEXT, "HOLD", MONDAY);
        ask("p1", 1, "other", MIRA, "APPROVE", "");
        ask("p1", 1, TEXT, MIRA, "APPROVE", "");
        assertThat(model.history("p1"))
                .extracting(HistoryRow::kind)
                .containsExactly("OPENED", "REFUSED", "APPROVED", "RELEASED");
        assertThat(model.historyVerified("p1")).isTrue();
        int removed = rows.read(connection ->
                Sql.of(connection, "DELETE FROM events WHERE sequence = 2").update());
        assertThat(removed).isEqualTo(1);
        assertThat(model.historyVerified("p1")).isFalse();
    }

    @Test
    void anEventThatIsWrittenTwiceCountsOnce() {
        List<byte[]> events = post("p1").held(samples.held("p1", 1, TEXT, "HOLD_FOR_TWO", 2), MONDAY);
        rows.put(Topics.DRAFTS.name(), "p1", samples.draft("p1", 1, TEXT));
        events("p1", events);
        events("p1", events);
        assertThat(model.history("p1")).hasSize(1);
    }

    @Test
    void theOrderInWhichTopicsArriveDoesNotMatter() {
        events("p1", post("p1").held(samples.held("p1", 1, TEXT, "HOLD", 1), MONDAY));
        assertThat(model.queue(QueueFilter.all(10)).rows()).isEmpty();
        rows.put(Topics.VERDICTS.name(), "p1", samples.verdict("p1", 1, TEXT, "HOLD", 1));
        rows.put(Topics.DRAFTS.name(), "p1", samples.draft("p1", 1, TEXT));
        assertThat(model.queue(QueueFilter.all(10)).rows()).hasSize(1);
    }

    @Test
    void whatServicesSetAsideAndWhatNobodyCanReadIsListedWithItsPlace() {
        ConsumerRecord<byte[], byte[]> letter = new ConsumerRecord<>(
                Topics.deadLetters("analyzer"), 0, 7, "p1".getBytes(StandardCharsets.UTF_8), new byte[0]);
        letter.headers().add("__streams.errors.exception", "org.example.Broken".getBytes(StandardCharsets.UTF_8));
        letter.headers().add("__streams.errors.topic", "posts.drafts".getBytes(StandardCharsets.UTF_8));
        letter.headers().add("__streams.errors.partition", "2".getBytes(StandardCharsets.UTF_8));
        letter.headers().add("__streams.errors.offset", "41".getBytes(StandardCharsets.UTF_8));
        rows.put(letter);
        rows.put(Topics.REVIEW_EVENTS.name(), "p9", new byte[] {1, 2});
        assertThat(model.deadLetters(0, 10))
                .extracting(
                        DeadLetterRow::service,
                        DeadLetterRow::topic,
                        DeadLetterRow::partition,
                        DeadLetterRow::offset,
                        DeadLetterRow::key,
                        DeadLetterRow::fault)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("analyzer", "posts.drafts", 2, 41L, "p1", "Broken"),
                        org.assertj.core.groups.Tuple.tuple(
                                "read-model", "reviews.events", 0, 0L, "p9", "SerializationException"));
    }

    private List<String> found(String words, Optional<Severity> severity, Optional<String> claimedBy) {
        QueueFilter filter = QueueFilter.all(50).words(words);
        filter = severity.isPresent()
                ? filter.with(Facet.SEVERITY, severity.get().name())
                : filter;
        filter = claimedBy.isPresent() ? filter.with(Facet.CLAIMED_BY, claimedBy.get()) : filter;
        return model.queue(filter).rows().stream()
                .map(row -> row.review().postId())
                .toList();
    }

    /** With half a minute to think again. */
    private void slowly(String postId) {
        posts.put(postId, new LivePost(wire, postId, new Terms(Duration.ofSeconds(30), 0)));
    }

    private CaseView review(String postId) {
        return model.post(postId).orElseThrow().newest().review().orElseThrow();
    }

    private List<String> listed(QueueFilter filter) {
        List<String> listed = model.queue(filter).rows().stream()
                .map(row -> row.review().postId())
                .toList();
        assertThat(model.count(filter)).isEqualTo(listed.size());
        return listed;
    }

    private PostState state(String postId) {
        return model.post(postId).orElseThrow().state();
    }

    private void hold(String postId, int revision, String text, String action, Instant at) {
        rows.put(Topics.DRAFTS.name(), postId, samples.draft(postId, revision, text));
        rows.put(Topics.VERDICTS.name(), postId, samples.verdict(postId, revision, text, action, 1));
        events(postId, post(postId).held(samples.held(postId, revision, text, action, 1), at));
    }

    private void ask(String postId, int revision, String text, Person by, String kind, String reason) {
        String hash = samples.hash(postId, revision, text);
        byte[] command = samples.command("c" + ++commands, postId, revision, hash, by, kind, reason);
        events(postId, post(postId).asked(command, MONDAY.plusSeconds(commands)));
    }

    private void events(String postId, List<byte[]> events) {
        events.forEach(event -> rows.put(Topics.REVIEW_EVENTS.name(), postId, event));
    }

    private LivePost post(String postId) {
        return posts.computeIfAbsent(postId, id -> new LivePost(wire, id));
    }
}
