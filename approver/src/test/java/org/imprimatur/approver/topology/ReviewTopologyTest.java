package org.imprimatur.approver.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imprimatur.approver.wire.Samples.MIRA;
import static org.imprimatur.approver.wire.Samples.NOAH;
import static org.imprimatur.approver.wire.Samples.OLGA;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.imprimatur.approver.post.Revision;
import org.imprimatur.approver.review.Person;
import org.imprimatur.approver.review.Terms;
import org.imprimatur.approver.wire.HistoryRecord;
import org.imprimatur.approver.wire.Samples;
import org.imprimatur.kit.streams.DeadLetters;
import org.imprimatur.schemas.Topics;
import org.imprimatur.schemas.wire.Wire;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReviewTopologyTest {
    private static final String TEXT = "Call 555-0100";
    private static final byte[] GARBAGE = "garbage".getBytes(StandardCharsets.UTF_8);

    private final Wire wire = Wire.inMemory();
    private final Samples samples = new Samples(wire);
    private int commands;

    @TempDir
    private Path folder;

    private TopologyTestDriver driver;
    private TestInputTopic<String, byte[]> drafts;
    private TestInputTopic<String, byte[]> held;
    private TestInputTopic<String, byte[]> asked;
    private TestOutputTopic<String, byte[]> edited;
    private TestOutputTopic<String, byte[]> cleared;
    private TestOutputTopic<String, byte[]> events;
    private TestOutputTopic<String, byte[]> aside;

    private Properties properties() {
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "approver-test");
        properties.put(StreamsConfig.STATE_DIR_CONFIG, folder.toString());
        properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.AT_LEAST_ONCE);
        properties.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        properties.put(StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, DeadLetters.class);
        properties.put(
                StreamsConfig.ERRORS_DEAD_LETTER_QUEUE_TOPIC_NAME_CONFIG, Topics.deadLetters(ReviewTopology.SERVICE));
        return properties;
    }

    @BeforeEach
    void open() {
        open(Terms.PLAIN);
    }

    private void open(Terms terms) {
        driver = new TopologyTestDriver(ReviewTopology.build(wire, terms), properties(), Samples.MONDAY);
        edited = output(Topics.DRAFTS.name());
        drafts = input(Topics.DRAFTS.name());
        held = input(Topics.HELD.name());
        asked = input(Topics.REVIEW_COMMANDS.name());
        cleared = output(Topics.CLEARED.name());
        events = output(Topics.REVIEW_EVENTS.name());
        aside = output(Topics.deadLetters(ReviewTopology.SERVICE));
    }

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void anApprovedDraftIsReleasedAsItWasHeldWithTheNamesOfTheApprovers() {
        held.pipeInput("p1", samples.held("p1", 1, TEXT, "HOLD_FOR_TWO", 2));
        ask("p1", 1, TEXT, MIRA, "APPROVE");
        assertThat(cleared.isEmpty()).isTrue();
        ask("p1", 1, TEXT, NOAH, "APPROVE");
        assertThat(samples.released(cleared.readValue()))
                .isEqualTo(new Samples.Released(1, samples.hash("p1", 1, TEXT), TEXT, List.of("mira", "noah"), 3));
        assertThat(kinds()).containsExactly("OPENED", "APPROVED", "APPROVED", "RELEASED");
    }

    @Test
    void rulesThatAskForTwoNeedTwoWhateverTheVerdictCounts() {
        held.pipeInput("p1", samples.held("p1", 1, TEXT, "HOLD_FOR_TWO", 0));
        ask("p1", 1, TEXT, MIRA, "APPROVE");
        assertThat(cleared.isEmpty()).isTrue();
    }

    @Test
    void whatARuleBlocksIsNeverReleased() {
        held.pipeInput("p1", samples.held("p1", 1, TEXT, "BLOCK", 1));
        ask("p1", 1, TEXT, MIRA, "APPROVE");
        assertThat(last().refusal()).contains("BLOCKED_BY_POLICY");
        assertThat(cleared.isEmpty()).isTrue();
    }

    @Test
    void aDraftUnderAHashThatIsNotItsOwnIsNeverReleased() {
        held.pipeInput("p1", samples.forged("p1", TEXT));
        ask("p1", 1, TEXT, MIRA, "APPROVE");
        assertThat(last().refusal()).contains("BLOCKED_BY_POLICY");
        assertThat(cleared.isEmpty()).isTrue();
    }

    @Test
    void anAuthorCannotApproveWithARoleThatSomebodyGaveThem() {
        held.pipeInput("p1", samples.held("p1", 1, TEXT, "HOLD", 1));
        ask("p1", 1, TEXT, OLGA, "APPROVE");
        assertThat(last().refusal()).contains("NOT_A_REVIEWER");
        ask("p1", 1, TEXT, new Person("olga", java.util.Set.of("author", "reviewer")), "APPROVE");
        assertThat(last().refusal()).contains("OWN_WORK");
        assertThat(cleared.isEmpty()).isTrue();
    }

    @Test
    void aNewerDraftEndsTheCaseBeforeItIsJudged() {
        held.pipeInput("p1", samples.held("p1", 1, TEXT, "HOLD", 1));
        drafts.pipeInput("p1", samples.draft("p1", 2, "Call us"));
        ask("p1", 1, TEXT, MIRA, "APPROVE");
        assertThat(kinds()).containsExactly("OPENED", "SUPERSEDED", "REFUSED");
        assertThat(cleared.isEmpty()).isTrue();
    }

    @Test
    void aVerdictThatComesLateOpensNothing() {
        drafts.pipeInput("p1", samples.draft("p1", 2, "Call us"));
        held.pipeInput("p1", samples.held("p1", 1, TEXT, "HOLD", 1));
        assertThat(events.isEmpty()).isTrue();
    }

    @Test
    void theSameRecordsAgainChangeNothing() {
        held.pipeInput("p1", samples.held("p1", 1, TEXT, "HOLD", 1));
        held.pipeInput("p1", samples.held("p1", 1, TEXT, "HOLD", 1));
        byte[] approve = samples.command("c1", "p1", 1, samples.hash("p1", 1, TEXT), MIRA, "APPROVE", "");
        asked.pipeInput("p1", approve);
        asked.pipeInput("p1", approve);
        held.pipeInput("p1", samples.held("p1", 1, TEXT, "HOLD", 1));
        assertThat(kinds()).containsExactly("OPENED", "APPROVED", "RELEASED");
        assertThat(cleared.readValuesToList()).hasSize(1);
    }

    @Test
    void aClaimKeepsOthersOutForFifteenMinutesOfTheBrokersTime() {
        held.pipeInput("p1", samples.held("p1", 1, TEXT, "HOLD", 1));
        ask("p1", 1, TEXT, MIRA, "CLAIM");
        ask("p1", 1, TEXT, NOAH, "APPROVE");
        assertThat(last().refusal()).contains("CLAIMED_BY_ANOTHER");
        driver.advanceWallClockTime(Duration.ofMinutes(15));
        ask("p1", 1, TEXT, NOAH, "APPROVE");
        assertThat(cleared.readValuesToList()).hasSize(1);
    }

    @Test
    void theHistoryIsChainedOverRevisionsAndRefusals() {
        held.pipeInput("p1", samples.held("p1", 1, TEXT, "HOLD", 1));
        ask("p1", 1, "something else", MIRA, "APPROVE");
        held.pipeInput("p1", samples.held("p1", 2, "Call us", "HOLD", 1));
        ask("p1", 2, "Call us", MIRA, "APPROVE");
        long sequence = 0;
        String hash = HistoryRecord.FIRST;
        for (byte[] event : events.readValuesToList()) {
            HistoryRecord link = samples.link(event);
            assertThat(link.follows(sequence, hash)).isTrue();
            assertThat(link.policyVersion()).isEqualTo("healthcare-us-1");
            sequence = link.sequence();
            hash = link.hash();
        }
        assertThat(sequence).isEqualTo(6);
    }

    @Test
    void undecodableRecordsBecomeDeadLettersAndTheNextRecordIsTaken() {
        asked.pipeInput("p1", GARBAGE);
        held.pipeInput("p1", GARBAGE);
        drafts.pipeInput("p1", GARBAGE);
        held.pipeInput("p1", samples.held("p1", 1, TEXT, "HOLD", 1));
        assertThat(aside.readValuesToList()).containsExactly(GARBAGE, GARBAGE, GARBAGE);
        assertThat(kinds()).containsExactly("OPENED");
    }

    @Test
    void aCommandThatMakesNoSenseBecomesADeadLetter() {
        asked.pipeInput("p1", samples.command("c1", "p1", 0, "hash", MIRA, "APPROVE", ""));
        held.pipeInput("p1", samples.held("p1", 1, TEXT, "HOLD", 1));
        assertThat(aside.readValuesToList()).hasSize(1);
        assertThat(kinds()).containsExactly("OPENED");
    }

    @Test
    void aRecordUnderTheKeyOfAnotherPostIsSetAsideWithItsOrigin() {
        held.pipeInput("p2", samples.held("p1", 1, TEXT, "HOLD", 1));
        TestRecord<String, byte[]> letter = aside.readRecord();
        assertThat(header(letter, "exception")).isEqualTo("ForeignKey");
        assertThat(header(letter, "topic")).isEqualTo(Topics.HELD.name());
        assertThat(events.isEmpty()).isTrue();
    }

    @Test
    void aSecondContentUnderOneRevisionNumberIsSetAside() {
        held.pipeInput("p1", samples.held("p1", 1, TEXT, "HOLD", 1));
        held.pipeInput("p1", samples.held("p1", 1, "Other", "HOLD", 1));
        assertThat(header(aside.readRecord(), "exception")).isEqualTo("RevisionNumberUsedTwice");
        assertThat(kinds()).containsExactly("OPENED");
    }

    @Test
    void whatIsApprovedIsReleasedAfterTheTimeToThinkAgainWithTheApprovalThatCompletedIt() {
        withUndo();
        held.pipeInput("p1", samples.held("p1", 1, TEXT, "HOLD", 1));
        ask("p1", 1, TEXT, MIRA, "APPROVE");
        ask("p1", 1, TEXT, NOAH, "COMMENT");
        driver.advanceWallClockTime(Duration.ofSeconds(29));
        assertThat(cleared.isEmpty()).isTrue();
        driver.advanceWallClockTime(Duration.ofSeconds(2));
        assertThat(samples.released(cleared.readValue()).completedBy()).isEqualTo(2);
        driver.advanceWallClockTime(Duration.ofMinutes(5));
        assertThat(cleared.isEmpty()).isTrue();
        assertThat(kinds()).containsExactly("OPENED", "APPROVED", "REFUSED", "RELEASED");
    }

    @Test
    void whatIsTakenBackInTimeIsNotReleasedAndCanStillBe() {
        withUndo();
        held.pipeInput("p1", samples.held("p1", 1, TEXT, "HOLD", 1));
        ask("p1", 1, TEXT, MIRA, "APPROVE");
        ask("p1", 1, TEXT, MIRA, "UNDO");
        driver.advanceWallClockTime(Duration.ofMinutes(5));
        assertThat(cleared.isEmpty()).isTrue();
        ask("p1", 1, TEXT, NOAH, "REJECT");
        ask("p1", 1, TEXT, NOAH, "UNDO");
        ask("p1", 1, TEXT, NOAH, "APPROVE");
        driver.advanceWallClockTime(Duration.ofSeconds(31));
        assertThat(samples.released(cleared.readValue()).approvers()).containsExactly("noah");
    }

    @Test
    void whatExpiresIsNotReleased() {
        held.pipeInput("p1", samples.heldUntil("p1", TEXT, Samples.MONDAY.plusSeconds(60)));
        driver.advanceWallClockTime(Duration.ofSeconds(61));
        ask("p1", 1, TEXT, MIRA, "APPROVE");
        assertThat(kinds()).containsExactly("OPENED", "EXPIRED", "REFUSED");
        assertThat(cleared.isEmpty()).isTrue();
    }

    @Test
    void anEditGoesTheWayOfEveryRevisionWithTheReviewerAmongItsContributors() {
        held.pipeInput("p1", samples.held("p1", 1, TEXT, "HOLD", 1));
        asked.pipeInput("p1", samples.edit("c1", "p1", 1, samples.hash("p1", 1, TEXT), MIRA, "Call us"));
        Revision made = samples.revision(edited.readValue());
        assertThat(made.revision()).isEqualTo(2);
        assertThat(made.author()).isEqualTo("mira");
        assertThat(made.contributors()).containsExactly("olga", "mira");
        assertThat(made.text()).isEqualTo("Call us");
        assertThat(made.contentHash()).isEqualTo(samples.hash("p1", 2, "Call us"));
        assertThat(kinds()).containsExactly("OPENED", "EDITED");
        assertThat(edited.isEmpty()).isTrue();
        assertThat(cleared.isEmpty()).isTrue();
    }

    @Test
    void whatARecheckHoldsUnderAnotherPolicyIsDecidedAgain() {
        held.pipeInput("p1", samples.held("p1", 1, TEXT, "HOLD", 1));
        ask("p1", 1, TEXT, MIRA, "APPROVE");
        held.pipeInput("p1", samples.heldAgain("p1", TEXT, "healthcare-us-2"));
        ask("p1", 1, TEXT, NOAH, "APPROVE");
        assertThat(kinds()).containsExactly("OPENED", "APPROVED", "RELEASED", "REOPENED", "APPROVED", "RELEASED");
        assertThat(cleared.readValuesToList().stream().map(samples::released))
                .extracting(Samples.Released::approvers)
                .containsExactly(List.of("mira"), List.of("noah"));
    }

    private void withUndo() {
        driver.close();
        open(new Terms(Duration.ofSeconds(30), 0));
    }

    private void ask(String postId, int revision, String text, Person by, String kind) {
        String id = "c" + ++commands;
        asked.pipeInput(
                postId,
                samples.command(
                        id,
                        postId,
                        revision,
                        samples.hash(postId, revision, text),
                        by,
                        kind,
                        kind.equals("REJECT") ? "No" : ""));
    }

    private List<String> kinds() {
        return events.readValuesToList().stream()
                .map(samples::link)
                .map(HistoryRecord::kind)
                .toList();
    }

    private HistoryRecord last() {
        List<byte[]> all = events.readValuesToList();
        return samples.link(all.get(all.size() - 1));
    }

    private static String header(TestRecord<String, byte[]> letter, String name) {
        return new String(
                letter.headers().lastHeader("__streams.errors." + name).value(), StandardCharsets.UTF_8);
    }

    private TestInputTopic<String, byte[]> input(String topic) {
        return driver.createInputTopic(topic, new StringSerializer(), new ByteArraySerializer());
    }

    private TestOutputTopic<String, byte[]> output(String topic) {
        return driver.createOutputTopic(topic, new StringDeserializer(), new ByteArrayDeserializer());
    }
}
