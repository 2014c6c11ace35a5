package org.imprimatur.publisher.gate;

import java.time.Instant;
import java.util.function.Consumer;

/** What the gate says of a release; reasons are for people and hold no draft text. */
public sealed interface Decision {

    /** Hands itself to the one of the four that it is for. */
    void tell(Consumer<Publish> publish, Consumer<Wait> wait, Consumer<Refuse> refuse, Consumer<Ignore> ignore);

    /**
     * It goes out now.
     *
     * @param platform of the account, frozen with the delivery
     */
    record Publish(String platform) implements Decision {
        @Override
        public void tell(
                Consumer<Publish> publish, Consumer<Wait> wait, Consumer<Refuse> refuse, Consumer<Ignore> ignore) {
            publish.accept(this);
        }
    }

    /**
     * It is looked at again.
     *
     * @param until when, always later than now
     */
    record Wait(Instant until, String reason) implements Decision {
        @Override
        public void tell(
                Consumer<Publish> publish, Consumer<Wait> wait, Consumer<Refuse> refuse, Consumer<Ignore> ignore) {
            wait.accept(this);
        }
    }

    /** It never goes out; people see why. */
    record Refuse(String reason) implements Decision {
        @Override
        public void tell(
                Consumer<Publish> publish, Consumer<Wait> wait, Consumer<Refuse> refuse, Consumer<Ignore> ignore) {
            refuse.accept(this);
        }
    }

    /** It says nothing new about a delivery that has been decided, so nothing is written. */
    record Ignore(String reason) implements Decision {
        @Override
        public void tell(
                Consumer<Publish> publish, Consumer<Wait> wait, Consumer<Refuse> refuse, Consumer<Ignore> ignore) {
            ignore.accept(this);
        }
    }
}
