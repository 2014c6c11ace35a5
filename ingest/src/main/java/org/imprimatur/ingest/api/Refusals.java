package org.imprimatur.ingest.api;

import java.util.Map;
import org.imprimatur.ingest.media.PictureCheck;
import org.imprimatur.kit.web.Problem;
import org.imprimatur.kit.web.ProblemException;

/** Problems that more than one handler answers with. */
final class Refusals {

    private Refusals() {}

    static ProblemException unknownPost() {
        return ProblemException.of(404, "There is no such post among yours.");
    }

    static ProblemException notYet() {
        return again("This service has just started and is still reading what there is; try again shortly.", "2");
    }

    static ProblemException uncertain() {
        return again("This draft is not stored; send it again with the same Idempotency-Key.", "1");
    }

    static ProblemException of(PictureCheck.Refused refused) {
        return refused.status() == 503
                ? again(refused.detail(), "30")
                : ProblemException.of(refused.status(), refused.detail());
    }

    private static ProblemException again(String detail, String seconds) {
        return new ProblemException(Problem.of(503, detail), Map.of("Retry-After", seconds));
    }
}
