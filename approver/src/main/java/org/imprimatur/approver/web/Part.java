package org.imprimatur.approver.web;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** A part of a page that is shown anew whenever it would look otherwise; it must hold nothing that a reader types into. */
public final class Part implements LiveView {
    private final String event;
    private final Supplier<String> html;
    private Optional<String> shown = Optional.empty();

    /**
     * A part.
     *
     * @param event name of the event that the page swaps it by
     * @param html how it looks now
     */
    public Part(String event, Supplier<String> html) {
        this.event = event;
        this.html = html;
    }

    @Override
    public List<Message> whole() {
        return changes();
    }

    @Override
    public List<Message> changes() {
        Optional<String> now = Optional.of(html.get());
        if (now.equals(shown)) {
            return List.of();
        }
        shown = now;
        return List.of(new Message(event, now.get()));
    }
}
