package org.imprimatur.publisher.topology;

import java.time.Instant;
import org.imprimatur.publisher.wire.CommandRecord;
import org.imprimatur.publisher.wire.DeliveryRecord;
import org.imprimatur.publisher.wire.DraftRecord;
import org.imprimatur.publisher.wire.ReleaseRecord;

/** What comes to the gate; each variant goes to the right door. */
sealed interface GateInput {
    String postId();

    void enter(Gatekeeper gate, Instant now);

    /** An author handed a revision in, or it went back to be judged. */
    record Drafted(DraftRecord draft) implements GateInput {
        @Override
        public String postId() {
            return draft.postId();
        }

        @Override
        public void enter(Gatekeeper gate, Instant now) {
            gate.drafted(draft, now);
        }
    }

    /** Policy or people let a revision go out. */
    record Cleared(ReleaseRecord release) implements GateInput {
        @Override
        public String postId() {
            return release.postId();
        }

        @Override
        public void enter(Gatekeeper gate, Instant now) {
            gate.cleared(release, now);
        }
    }

    /** A delivery took a step, mostly the worker's. */
    record Heard(DeliveryRecord step) implements GateInput {
        @Override
        public String postId() {
            return step.delivery().id().postId();
        }

        @Override
        public void enter(Gatekeeper gate, Instant now) {
            gate.heard(step.delivery(), now);
        }
    }

    /** A person asked for something. */
    record Asked(CommandRecord command) implements GateInput {
        @Override
        public String postId() {
            return command.postId();
        }

        @Override
        public void enter(Gatekeeper gate, Instant now) {
            gate.asked(command, now);
        }
    }
}
