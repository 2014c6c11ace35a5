package org.imprimatur.approver.topology;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.imprimatur.approver.post.Glance;
import org.imprimatur.approver.readmodel.CaseState;
import org.imprimatur.approver.readmodel.CaseView;
import org.imprimatur.approver.readmodel.Presences;
import org.imprimatur.approver.readmodel.Presences.Looking;
import org.imprimatur.approver.readmodel.ReadModel;
import org.imprimatur.approver.review.Lease;
import org.imprimatur.schemas.Topics;

/** Where open pages say that somebody still looks: others see it, and a claim of that person stays alive. */
public final class PresenceDesk {
    private final Supplier<? extends Producer<String, Glance>> log;
    private final ReadModel readModel;
    private final Presences presences;
    private final ReviewDesk desk;
    private final InstantSource clock;

    /**
     * A desk.
     *
     * @param log who appends glances, asked at each
     * @param desk takes what keeps a claim alive
     */
    public PresenceDesk(
            Supplier<? extends Producer<String, Glance>> log,
            ReadModel readModel,
            Presences presences,
            ReviewDesk desk,
            InstantSource clock) {
        this.log = log;
        this.readModel = readModel;
        this.presences = presences;
        this.desk = desk;
        this.clock = clock;
    }

    /** Who looks at this post now. */
    public List<Looking> looking(String postId) {
        return presences.at(postId, clock.instant());
    }

    /** Says that somebody looks at a post in the window of that name; waits for nothing. */
    public void look(String postId, String person, String page, Set<String> roles) {
        say(new Glance(postId, person, page, true, clock.instant()));
        readModel
                .post(postId)
                .flatMap(post -> post.newest().review())
                .filter(review -> needsExtending(review, person))
                .ifPresent(review -> desk.send(new ReviewRequest(
                        desk.newCommandId(),
                        postId,
                        review.revision(),
                        review.contentHash(),
                        ReviewRequest.Kind.EXTEND,
                        person,
                        roles,
                        ReviewRequest.Details.NONE)));
    }

    /** Says that the window of that name closed; for good, a window opened again takes another name. */
    public void leave(String postId, String person, String page) {
        say(new Glance(postId, person, page, false, clock.instant()));
    }

    private boolean needsExtending(CaseView review, String person) {
        Instant now = clock.instant();
        Instant noted = now.plus(Lease.LENGTH).minus(Lease.NOTED_EVERY);
        return review.state() == CaseState.OPEN
                && review.claim()
                        .filter(claim -> claim.by().equals(person) && claim.holdsAt(now))
                        .filter(claim -> !claim.until().isAfter(noted))
                        .isPresent();
    }

    private void say(Glance glance) {
        var unused = log.get().send(new ProducerRecord<>(Topics.PRESENCE.name(), glance.postId(), glance));
    }
}
