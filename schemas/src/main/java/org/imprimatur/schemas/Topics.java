package org.imprimatur.schemas;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.NewTopic;
import org.imprimatur.schemas.avro.Account;
import org.imprimatur.schemas.avro.AdministrationEvent;
import org.imprimatur.schemas.avro.Authorization;
import org.imprimatur.schemas.avro.BlockedPicture;
import org.imprimatur.schemas.avro.Delivery;
import org.imprimatur.schemas.avro.DeliveryAnswer;
import org.imprimatur.schemas.avro.DeliveryCommand;
import org.imprimatur.schemas.avro.Draft;
import org.imprimatur.schemas.avro.Held;
import org.imprimatur.schemas.avro.Organization;
import org.imprimatur.schemas.avro.PolicyDraft;
import org.imprimatur.schemas.avro.PolicySet;
import org.imprimatur.schemas.avro.Presence;
import org.imprimatur.schemas.avro.Release;
import org.imprimatur.schemas.avro.ReviewCommand;
import org.imprimatur.schemas.avro.ReviewEvent;
import org.imprimatur.schemas.avro.SavedView;
import org.imprimatur.schemas.avro.Told;
import org.imprimatur.schemas.avro.UnsentDraft;
import org.imprimatur.schemas.avro.Verdict;

/** Every topic there is; the only place that knows a topic's name, retention or partition count. */
public final class Topics {

    /** Partitions of every topic that is keyed by post id, so that one task owns a post. */
    public static final int POST_PARTITIONS = 4;

    /** Key of the policy set that judges, in {@link #POLICIES}. */
    public static final String ACTIVE_POLICY = "active";

    /** Key of the one profile in {@link #DIRECTORY}. */
    public static final String ORGANIZATION = "organization";

    /** Key in {@link #ACCOUNTS} of what is no account: while it is frozen, all are. */
    public static final String EVERY_ACCOUNT = "*";

    /** Six years from last effect, 45 CFR 164.316(b)(2)(i) and 164.530(j)(2), and a quarter to spare. */
    private static final Duration SIX_YEARS = Duration.ofDays(6 * 366 + 92);

    /** Commands are answered within seconds; what came of them is kept in the topics of answers. */
    private static final Duration A_MONTH = Duration.ofDays(31);

    /** Who looks at a case now; nobody asks a minute later. */
    private static final Duration AN_HOUR = Duration.ofHours(1);

    private static final Duration A_DAY = Duration.ofDays(1);

    /** What an account told is looked up for 90 days; ten to spare for drafts that wait. */
    private static final Duration A_QUARTER = Duration.ofDays(100);

    public static final Topic<Draft> DRAFTS = Topic.keptFor(SIX_YEARS, "posts.drafts", Draft.class);
    public static final Topic<Verdict> VERDICTS = Topic.keptFor(SIX_YEARS, "posts.verdicts", Verdict.class);
    public static final Topic<Release> CLEARED = Topic.keptFor(SIX_YEARS, "posts.cleared", Release.class);
    public static final Topic<Held> HELD = Topic.keptFor(SIX_YEARS, "posts.held", Held.class);
    /** Keyed by account and post; what published posts tell about somebody, see docs/adr. */
    public static final Topic<Told> TOLD = Topic.keptFor(A_QUARTER, "posts.told", Told.class);

    public static final Topic<ReviewCommand> REVIEW_COMMANDS =
            Topic.keptFor(A_MONTH, "reviews.commands", ReviewCommand.class);
    public static final Topic<ReviewEvent> REVIEW_EVENTS =
            Topic.keptFor(SIX_YEARS, "reviews.events", ReviewEvent.class);
    public static final Topic<Presence> PRESENCE = Topic.keptFor(AN_HOUR, "reviews.presence", Presence.class);
    public static final Topic<Delivery> DELIVERIES = Topic.keptFor(SIX_YEARS, "posts.deliveries", Delivery.class);
    /** Keyed by account, so that one worker at a time calls the platform for it; between gate and workers only. */
    public static final Topic<Delivery> DELIVERY_CALLS = Topic.keptFor(SIX_YEARS, "deliveries.calls", Delivery.class);

    public static final Topic<DeliveryCommand> DELIVERY_COMMANDS =
            Topic.keptFor(A_MONTH, "deliveries.commands", DeliveryCommand.class);
    public static final Topic<DeliveryAnswer> DELIVERY_ANSWERS =
            Topic.keptFor(SIX_YEARS, "deliveries.answers", DeliveryAnswer.class);
    public static final Topic<AdministrationEvent> ADMINISTRATION =
            Topic.keptFor(SIX_YEARS, "administration.events", AdministrationEvent.class);
    public static final Topic<PolicySet> POLICIES = Topic.compacted("policies", PolicySet.class);

    public static final Topic<PolicyDraft> POLICY_DRAFTS = Topic.compacted("policies.drafts", PolicyDraft.class);
    public static final Topic<Authorization> AUTHORIZATIONS = Topic.compacted("authorizations", Authorization.class);
    public static final Topic<Organization> DIRECTORY = Topic.compacted("directory", Organization.class);
    public static final Topic<Account> ACCOUNTS = Topic.compacted("accounts", Account.class);

    public static final Topic<BlockedPicture> BLOCKED_PICTURES =
            Topic.compacted("pictures.blocked", BlockedPicture.class);

    /** What people keep for themselves; what they replaced or threw away shall not lie about. */
    public static final Topic<SavedView> SAVED_VIEWS = Topic.compacted(A_DAY, "views.saved", SavedView.class);

    public static final Topic<UnsentDraft> UNSENT_DRAFTS = Topic.compacted(A_DAY, "drafts.unsent", UnsentDraft.class);

    /** Services that keep what they cannot read, each in a topic of its own. */
    private static final List<String> READERS = List.of("analyzer", "approver", "publisher");

    private Topics() {}

    public static List<Topic<?>> all() {
        return List.of(
                DRAFTS,
                VERDICTS,
                CLEARED,
                HELD,
                TOLD,
                REVIEW_COMMANDS,
                REVIEW_EVENTS,
                PRESENCE,
                DELIVERIES,
                DELIVERY_CALLS,
                DELIVERY_COMMANDS,
                DELIVERY_ANSWERS,
                ADMINISTRATION,
                POLICIES,
                POLICY_DRAFTS,
                AUTHORIZATIONS,
                DIRECTORY,
                ACCOUNTS,
                BLOCKED_PICTURES,
                SAVED_VIEWS,
                UNSENT_DRAFTS);
    }

    /** Name of the topic to which a service sends records that it cannot read; their values are raw bytes. */
    public static String deadLetters(String service) {
        return service + ".dead-letters";
    }

    /** Names of all topics of unreadable records. */
    public static List<String> allDeadLetters() {
        return READERS.stream().map(Topics::deadLetters).toList();
    }

    /**
     * Everything to create before the first service starts.
     *
     * @param replication copies of each record, 1 on a single broker
     */
    public static List<NewTopic> toProvision(short replication) {
        Stream<NewTopic> deadLetters = allDeadLetters().stream()
                .map(name -> new NewTopic(name, POST_PARTITIONS, replication)
                        .configs(Topic.configuration(Optional.of(SIX_YEARS))));
        return Stream.concat(all().stream().map(topic -> topic.newTopic(replication)), deadLetters)
                .toList();
    }
}
