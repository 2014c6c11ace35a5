package org.imprimatur.analyzer.topology;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.imprimatur.analyzer.adapters.Policies;
import org.imprimatur.analyzer.crowd.Earlier;
import org.imprimatur.analyzer.detect.KnownOrganization;
import org.imprimatur.analyzer.detect.PersonTold;
import org.imprimatur.analyzer.detect.Screening;
import org.imprimatur.analyzer.draft.Authorization;
import org.imprimatur.analyzer.draft.Draft;
import org.imprimatur.analyzer.judge.World;
import org.imprimatur.analyzer.organization.Organization;
import org.imprimatur.analyzer.policy.Account;
import org.imprimatur.analyzer.policy.Policy;
import org.imprimatur.analyzer.policy.PolicyReader;
import org.imprimatur.analyzer.policy.PolicyText;
import org.imprimatur.analyzer.wire.Channels;
import org.imprimatur.analyzer.wire.Published;
import org.imprimatur.analyzer.wire.Submission;
import org.imprimatur.schemas.Topic;
import org.imprimatur.schemas.Topics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lays a submission beside everything that is known when it is judged. */
final class Desk {

    private static final Logger LOG = LoggerFactory.getLogger(Desk.class);

    private final PolicyReader policyReader = Policies.reader();
    private final Register<PolicyText, Policy> policies;
    private final Register<Organization, KnownOrganization> directory;
    private final Register<Account, Account> accounts;
    private final Register<Authorization, Authorization> authorizations;
    private final Register<Earlier, Earlier> told;
    private final Shelf shelf;

    /** A draft in the words of the engine, and the world in which it is judged. */
    record Case(Draft draft, World world) {}

    Desk(Shelf shelf, Channels channels) {
        this.shelf = shelf;
        told = new Register<>(Topics.TOLD, on(shelf, Topics.TOLD), channels.told(), Optional::of);
        policies = new Register<>(Topics.POLICIES, on(shelf, Topics.POLICIES), channels.policies(), this::policy);
        directory = new Register<>(
                Topics.DIRECTORY,
                on(shelf, Topics.DIRECTORY),
                channels.directory(),
                profile -> Optional.of(KnownOrganization.of(profile)));
        accounts = new Register<>(Topics.ACCOUNTS, on(shelf, Topics.ACCOUNTS), channels.accounts(), Optional::of);
        authorizations = new Register<>(
                Topics.AUTHORIZATIONS, on(shelf, Topics.AUTHORIZATIONS), channels.authorizations(), Optional::of);
    }

    /**
     * Opens the case of a submission that came under a key; under another key than its own its content counts as
     * changed, because whoever is keyed by post would never meet it.
     */
    Case open(String key, Submission submission, Instant now) {
        return open(key, submission, now, Desk::anyGroup);
    }

    /** The same for somebody for whom an authorization of a group that they do not reach is not there. */
    Case open(String key, Submission submission, Instant now, Predicate<String> reaches) {
        Optional<Account> account = accounts.find(submission.account());
        List<String> unknown = submission.authorizations().stream()
                .filter(id -> authorization(id, reaches).isEmpty())
                .toList();
        Draft draft = draft(submission, reaches);
        ZoneId zone = account.map(Account::zone).orElse(ZoneOffset.UTC);
        World world = new World(
                policies.find(Topics.ACTIVE_POLICY),
                directory.find(Topics.ORGANIZATION),
                account,
                unknown,
                key.equals(submission.postId()) ? submission.contentHash() : "",
                LocalDate.ofInstant(now, zone),
                earlier(submission, now));
        return new Case(draft, world);
    }

    /** What a published post tells about somebody, to be kept; empty when it tells nothing. */
    Optional<Earlier> remember(Published post) {
        Submission submission = post.submission();
        LocalDate day = LocalDate.ofInstant(post.at(), ZoneOffset.UTC);
        return directory
                .find(Topics.ORGANIZATION)
                .map(organization -> Screening.of(draft(submission, Desk::anyGroup), organization, day))
                .flatMap(PersonTold::in)
                .map(portrait -> new Earlier(submission.account(), submission.postId(), post.at(), portrait));
    }

    /** Key of what one post of an account told. */
    static String key(Earlier earlier) {
        return prefix(earlier.account()) + earlier.postId();
    }

    private static String prefix(String account) {
        return account + "/";
    }

    /** Never the post's own earlier revisions: a draft that is judged again must not stand in its own way. */
    private List<Earlier> earlier(Submission submission, Instant now) {
        return shelf.keys(Topics.TOLD, prefix(submission.account())).stream()
                .map(told::find)
                .flatMap(Optional::stream)
                .filter(post -> post.account().equals(submission.account()))
                .filter(post -> !post.postId().equals(submission.postId()))
                .filter(post -> post.reaches(now))
                .toList();
    }

    private Optional<Authorization> authorization(String id, Predicate<String> reaches) {
        return authorizations.find(id).filter(found -> reaches.test(found.group()));
    }

    private Draft draft(Submission submission, Predicate<String> reaches) {
        List<Authorization> found = submission.authorizations().stream()
                .map(id -> authorization(id, reaches))
                .flatMap(Optional::stream)
                .toList();
        String platform =
                accounts.find(submission.account()).map(Account::platform).orElse("");
        return submission.draft(found, platform);
    }

    private Optional<Policy> policy(PolicyText text) {
        return policyReader.read(text).fold(Optional::of, faults -> {
            faults.forEach(fault -> LOG.atError()
                    .addKeyValue("policy", text.name())
                    .addKeyValue("version", text.version())
                    .addKeyValue("fault", fault)
                    .log("policy_refused"));
            return Optional.empty();
        });
    }

    private static boolean anyGroup(String group) {
        return true;
    }

    private static Function<String, Optional<byte[]>> on(Shelf shelf, Topic<?> topic) {
        return key -> shelf.find(topic, key);
    }
}
