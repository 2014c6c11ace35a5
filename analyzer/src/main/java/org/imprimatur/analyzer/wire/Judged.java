package org.imprimatur.analyzer.wire;

import org.imprimatur.schemas.avro.Draft;
import org.imprimatur.schemas.avro.Held;
import org.imprimatur.schemas.avro.Release;
import org.imprimatur.schemas.avro.Route;
import org.imprimatur.schemas.avro.Verdict;

/** A revision with what the engine thinks of it, on its way out. */
public final class Judged {

    private final Draft draft;
    private final Verdict verdict;

    Judged(Draft draft, Verdict verdict) {
        this.draft = draft;
        this.verdict = verdict;
    }

    public boolean isCleared() {
        return verdict.getRoute() == Route.CLEARED;
    }

    Verdict verdict() {
        return verdict;
    }

    Release release() {
        return Verdicts.release(draft, verdict);
    }

    Held held() {
        return new Held(draft, verdict);
    }

    @Override
    public String toString() {
        return "Judged[" + draft.getPostId() + "/" + draft.getRevision() + ", " + verdict.getRoute() + "]";
    }
}
