package org.imprimatur.approver.topology;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.imprimatur.approver.post.DeliveryOrder;
import org.imprimatur.approver.post.DeliveryRequest;
import org.imprimatur.approver.readmodel.ReadModel;
import org.imprimatur.approver.wire.Lookout;
import org.imprimatur.approver.wire.RecordLog;
import org.imprimatur.approver.wire.publishing.OrderRecords;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where people ask about publications: each request becomes a command in the log, and the publisher's answer comes back by
 * way of the read model. Safe for use by many threads; each waits in its own.
 */
public final class DeliveryDesk {
    private static final Logger LOG = LoggerFactory.getLogger(DeliveryDesk.class);
    private static final String FOREIGN_ID = "somebody else used this command id before; load the page and try again";

    private final RecordLog log;
    private final OrderRecords records;
    private final ReadModel readModel;
    private final InstantSource clock;
    private final Supplier<String> ids;
    private final Duration patience;
    private final Lookout lookout;

    /**
     * A desk.
     *
     * @param readModel shows answers
     * @param ids ids never used before
     * @param patience how long an answer may take
     */
    public DeliveryDesk(
            RecordLog log,
            OrderRecords records,
            ReadModel readModel,
            InstantSource clock,
            Supplier<String> ids,
            Duration patience) {
        this.log = log;
        this.records = records;
        this.readModel = readModel;
        this.clock = clock;
        this.ids = ids;
        this.patience = patience;
        this.lookout = new Lookout(readModel::onChange);
    }

    /** An id for a request, never used before. Put it into the form, so that a form sent twice is one command. */
    public String newCommandId() {
        return ids.get();
    }

    /** Hands a request in; the answer, or empty when none came in time: then ask again with the same id. */
    public Optional<DeliveryOrder> ask(DeliveryRequest request) {
        return answer(request)
                .or(() -> isTaken(request) ? lookout.until(() -> answer(request), patience) : Optional.empty());
    }

    private boolean isTaken(DeliveryRequest request) {
        try {
            log.append(records.record(request, clock.instant()));
            return true;
        } catch (IllegalStateException notTaken) {
            LOG.atError()
                    .addKeyValue("commandId", request.commandId())
                    .addKeyValue("postId", request.postId())
                    .log("delivery_command_not_taken");
            return false;
        }
    }

    private Optional<DeliveryOrder> answer(DeliveryRequest request) {
        return readModel
                .order(request.postId(), request.commandId())
                .map(order -> isOf(request, order)
                        ? order
                        : new DeliveryOrder(
                                request, order.askedAt(), List.of(), Optional.of(FOREIGN_ID), order.answeredAt()));
    }

    private static boolean isOf(DeliveryRequest request, DeliveryOrder order) {
        return order.request().actor().equals(request.actor());
    }
}
