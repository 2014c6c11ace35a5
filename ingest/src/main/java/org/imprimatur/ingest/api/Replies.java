package org.imprimatur.ingest.api;

import java.util.List;
import org.imprimatur.ingest.desk.Answer;
import org.imprimatur.ingest.desk.Receipt;
import org.imprimatur.ingest.intake.Fault;
import org.imprimatur.kit.web.Problem;
import org.imprimatur.kit.web.ProblemException;

/** What HTTP makes of an answer: a reply, or a problem. */
final class Replies implements Answer.Cases<Replies.Reply> {

    /** A success; {@code repeated} when nothing was stored because it was there. */
    record Reply(Receipt receipt, boolean repeated) {
        int status() {
            return repeated ? 200 : 202;
        }
    }

    @Override
    public Reply stored(Receipt receipt) {
        return new Reply(receipt, false);
    }

    @Override
    public Reply repeated(Receipt receipt) {
        return new Reply(receipt, true);
    }

    @Override
    public Reply refused(List<Fault> faults) {
        // As in RFC 9457, section 3: a JSON pointer in the form of a URI fragment.
        List<Problem.Fault> errors = faults.stream()
                .map(fault -> new Problem.Fault("#" + fault.pointer(), fault.detail()))
                .toList();
        throw new ProblemException(
                Problem.of(422, "This draft was not taken; correct what is listed and send it again.", errors));
    }

    @Override
    public Reply conflict(String detail) {
        throw ProblemException.of(409, detail);
    }

    @Override
    public Reply unknownPost() {
        throw Refusals.unknownPost();
    }

    @Override
    public Reply notYet() {
        throw Refusals.notYet();
    }

    @Override
    public Reply uncertain() {
        throw Refusals.uncertain();
    }
}
