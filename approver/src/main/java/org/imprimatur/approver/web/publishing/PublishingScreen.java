package org.imprimatur.approver.web.publishing;

import java.time.Instant;
import java.util.List;
import org.imprimatur.approver.readmodel.DeliveryRow;
import org.imprimatur.approver.readmodel.Groups;
import org.imprimatur.approver.web.view.DeliveryCard;
import org.imprimatur.approver.web.view.Frame;
import org.imprimatur.approver.web.view.Viewer;

/**
 * The list of publications.
 *
 * @param frame what surrounds it
 * @param choice what is shown
 * @param parts of the list with their numbers
 * @param accounts to choose from
 * @param platforms to choose from
 * @param lines the most urgent first
 * @param total over all pages
 */
public record PublishingScreen(
        Frame frame,
        PublishingChoice choice,
        List<Part> parts,
        List<String> accounts,
        List<String> platforms,
        List<Line> lines,
        int total) {
    public PublishingScreen {
        parts = List.copyOf(parts);
        accounts = List.copyOf(accounts);
        platforms = List.copyOf(platforms);
        lines = List.copyOf(lines);
    }

    /** One part of the list and how much is in it. */
    public record Part(String word, String address, int count, boolean current) {}

    /** One publication, how its text begins, and who wrote it. */
    public record Line(DeliveryCard card, String preview, String author) {
        static Line of(DeliveryRow row, Viewer viewer, Groups groups, Instant now) {
            Viewer there = viewer.at(row.delivery().account(), groups);
            return new Line(DeliveryCard.of(row.delivery(), there, now), row.preview(), row.author());
        }

        @Override
        public String toString() {
            return "Line[" + card.id() + "]";
        }
    }

    /** The address of the next page; empty on the last. */
    public String more() {
        int next = choice.skip() + lines.size();
        return next < total ? "/publishing" + choice.from(next).query() : "";
    }

    /** The address of its stream. */
    public String live() {
        return "/publishing/live" + choice.query();
    }
}
