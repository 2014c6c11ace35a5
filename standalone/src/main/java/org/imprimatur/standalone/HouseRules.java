package org.imprimatur.standalone;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.common.KafkaException;
import org.imprimatur.analyzer.adapters.Policies;
import org.imprimatur.analyzer.adapters.PolicyFile;
import org.imprimatur.analyzer.judge.Judgement;
import org.imprimatur.analyzer.judge.Route;
import org.imprimatur.analyzer.policy.Policy;
import org.imprimatur.analyzer.policy.PolicyFault;
import org.imprimatur.analyzer.policy.PolicySignature;
import org.imprimatur.analyzer.policy.RuleText;
import org.imprimatur.analyzer.policy.Ruling;
import org.imprimatur.analyzer.topology.PolicyWorkshop;
import org.imprimatur.approver.web.policy.PolicyDesk;
import org.imprimatur.kit.web.ProblemException;

/** The console's way to the rules of the analyzer beside it in this program. */
record HouseRules(PolicyWorkshop workshop) implements PolicyDesk {
    @Override
    public Reading read(String pack) {
        PolicyFile file = PolicyFile.of(pack);
        return new Reading(
                file.text().label(),
                file.text().rules().stream().map(HouseRules::line).toList(),
                faults(asked(() -> workshop.check(file))));
    }

    @Override
    public Optional<Edition> active() {
        return asked(workshop::active).map(HouseRules::edition);
    }

    @Override
    public List<Edition> versions() {
        return asked(workshop::versions).stream().map(HouseRules::edition).toList();
    }

    @Override
    public List<Fault> publish(String pack, Signature signature) {
        return faults(asked(() -> workshop.publish(PolicyFile.of(pack), signed(signature))));
    }

    @Override
    public List<Fault> restore(String label, Signature signature) {
        return faults(asked(() -> workshop.versions().stream()
                .filter(each -> each.label().equals(label))
                .findFirst()
                .map(version -> workshop.restore(version, signed(signature)))
                .orElseGet(() -> List.of(new PolicyFault(0, "policy", "no rules of this version ever judged")))));
    }

    @Override
    public Rehearsal rehearse(String pack) {
        Policy policy = Policies.read(PolicyFile.of(pack)).fold(sound -> sound, faults -> {
            throw new IllegalArgumentException("rules with mistakes judge nothing");
        });
        var rehearsal = workshop.rehearse(policy);
        return draft ->
                rehearsal.judge(draft).map(outcome -> new Outcome(ruled(outcome.before()), ruled(outcome.after())));
    }

    private static Ruled ruled(Judgement judgement) {
        return new Ruled(
                judgement.route() == Route.HELD,
                judgement.rulings().stream()
                        .filter(Ruling::holds)
                        .map(Ruling::title)
                        .distinct()
                        .toList());
    }

    private static Edition edition(PolicyWorkshop.Published published) {
        PolicySignature signature = published.edition().signature();
        return new Edition(
                published.label(),
                published.source(),
                new Signature(signature.activatedBy(), signature.writtenBy(), signature.reason()),
                published.at());
    }

    private static RuleLine line(RuleText rule) {
        return new RuleLine(
                rule.id(),
                rule.title(),
                rule.action(),
                rule.severity(),
                rule.citation(),
                rule.expression(),
                rule.message(),
                rule.suggestion());
    }

    private static List<Fault> faults(List<PolicyFault> faults) {
        return faults.stream()
                .map(fault -> new Fault(fault.line(), fault.where(), fault.what()))
                .toList();
    }

    private static PolicySignature signed(Signature signature) {
        return new PolicySignature(signature.by(), signature.writtenBy(), signature.reason());
    }

    /** While its registers are being read, or Kafka does not answer, the analyzer says nothing for certain. */
    private static <T> T asked(Supplier<T> question) {
        try {
            return question.get();
        } catch (KafkaException notNow) {
            throw ProblemException.of(503, "The rules can’t be read or changed just now. Try again in a moment.");
        }
    }
}
