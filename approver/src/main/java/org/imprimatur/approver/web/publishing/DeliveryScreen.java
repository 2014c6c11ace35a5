package org.imprimatur.approver.web.publishing;

import java.util.List;
import java.util.Optional;
import org.imprimatur.approver.web.view.Frame;
import org.imprimatur.approver.web.view.Notice;
import org.imprimatur.approver.web.view.OrderLine;

/**
 * One publication and what people asked about it.
 *
 * @param frame what surrounds it
 * @param line the publication
 * @param orders oldest first
 * @param notice what came of the reader's last act
 */
public record DeliveryScreen(Frame frame, PublishingScreen.Line line, List<OrderLine> orders, Optional<Notice> notice) {
    public DeliveryScreen {
        orders = List.copyOf(orders);
    }

    /** The address of its stream. */
    public String live() {
        return line.card().page().replaceFirst("\\?", "/live?");
    }
}
