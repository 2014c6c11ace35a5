package org.imprimatur.publisher.gate;

import java.time.Instant;
import java.util.Optional;
import org.imprimatur.publisher.delivery.Delivery;
import org.imprimatur.publisher.delivery.Receipt;
import org.imprimatur.publisher.delivery.Stage;
import org.imprimatur.publisher.delivery.Status;

/** What a person found who looked where the publisher could not: the step that follows, or why none does. */
public final class Settlement {
    private final Optional<Status> next;
    private final String refusal;

    private Settlement(Optional<Status> next, String refusal) {
        this.next = next;
        this.refusal = refusal;
    }

    /** The step that follows; empty when it is refused. */
    public Optional<Status> next() {
        return next;
    }

    /** Why no step follows, as a sentence that a person can act on. */
    public Optional<String> refusal() {
        return next.isPresent() ? Optional.empty() : Optional.of(refusal);
    }

    /** The person saw it at {@code url}. */
    public static Settlement live(Delivery known, Optional<String> url, Optional<String> remoteId) {
        Optional<String> address = url.map(String::strip).filter(said -> said.matches("https?://\\S+"));
        if (address.isEmpty()) {
            return refused("give the address where you saw it, beginning with https://");
        }
        String name =
                remoteId.map(String::strip).filter(said -> !said.isEmpty()).orElseGet(address::orElseThrow);
        return when(known, Stage.UNCONFIRMED, new Status.Published(new Receipt(name, address)));
    }

    /** The person looked, and it is not there: it may be tried again. */
    public static Settlement notLive(Delivery known, String person, Instant now) {
        return when(known, Stage.UNCONFIRMED, new Status.Scheduled(now, "looked at by " + person + ": it is not live"));
    }

    /** The person took it down, and shows it. */
    public static Settlement taskDone(Delivery known, String person, Optional<String> proof) {
        Optional<String> shown = proof.map(String::strip).filter(said -> !said.isEmpty());
        if (shown.isEmpty()) {
            return refused("give a proof: the SHA-256 of a picture that shows it, or an address");
        }
        Stage stage = known.status().stage();
        if (known.status() instanceof Status.Takedown open
                && stage != Stage.REMOVED
                && stage != Stage.TAKEDOWN_REQUESTED) {
            return new Settlement(Optional.of(open.provenBy(person, shown.get())), "");
        }
        return refused("it is " + stage + ": no take-down of it waits for a person");
    }

    private static Settlement when(Delivery known, Stage needed, Status next) {
        Stage stage = known.status().stage();
        return stage == needed
                ? new Settlement(Optional.of(next), "")
                : refused("it is " + stage + ", so there is nothing to settle");
    }

    private static Settlement refused(String why) {
        return new Settlement(Optional.empty(), why);
    }
}
