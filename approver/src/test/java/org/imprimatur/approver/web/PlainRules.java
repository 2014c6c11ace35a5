package org.imprimatur.approver.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.imprimatur.approver.web.policy.PolicyDesk;
import org.imprimatur.schemas.Topics;
import org.imprimatur.schemas.avro.Draft;
import org.imprimatur.schemas.wire.Wire;

/** Rules that are one word each: {@code version: 2}, and then lines such as {@code hold: bell}. */
final class PlainRules implements PolicyDesk {
    static final String FIRST = "version: 1\nhold: Dolores\n";
    private static final Pattern LINE = Pattern.compile("(version|hold): (\\S+)");

    private final Wire wire;
    private final HandClock clock;
    private final List<Edition> editions = Collections.synchronizedList(new ArrayList<>());
    private volatile Optional<Edition> active;
    volatile CountDownLatch gate = new CountDownLatch(0);

    PlainRules(Wire wire, HandClock clock) {
        this.wire = wire;
        this.clock = clock;
        Edition first = edition(FIRST, new Signature("first-start", "", ""), clock.instant());
        editions.add(first);
        active = Optional.of(first);
    }

    @Override
    public Reading read(String pack) {
        String label = "house@";
        List<RuleLine> rules = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        List<String> lines = pack.lines().toList();
        for (int at = 0; at < lines.size(); at++) {
            Matcher line = LINE.matcher(lines.get(at));
            if (!line.matches()) {
                faults.add(new Fault(at + 1, "policy", "is no rule; write hold and a word"));
            } else if (line.group(1).equals("version")) {
                label = "house@" + line.group(2);
            } else {
                String word = line.group(2);
                String title = "No word of " + word;
                rules.add(new RuleLine(
                        "no-" + word,
                        title,
                        "HOLD",
                        "HIGH",
                        title,
                        "text has " + word,
                        title + ".",
                        "Not " + word + "."));
            }
        }
        String its = label;
        if (editions.stream()
                .anyMatch(each -> each.label().equals(its) && !each.pack().equals(pack))) {
            faults.add(new Fault(1, "policy", its + " judged before; give this pack another version"));
        }
        return new Reading(its, rules, faults);
    }

    @Override
    public Optional<Edition> active() {
        return active;
    }

    @Override
    public List<Edition> versions() {
        List<Edition> newestFirst = new ArrayList<>(editions);
        Collections.reverse(newestFirst);
        return newestFirst;
    }

    @Override
    public List<Fault> publish(String pack, Signature signature) {
        Edition edition = edition(pack, signature, clock.instant());
        editions.add(edition);
        active = Optional.of(edition);
        return List.of();
    }

    @Override
    public List<Fault> restore(String label, Signature signature) {
        active = editions.stream().filter(each -> each.label().equals(label)).findFirst();
        return List.of();
    }

    @Override
    public Rehearsal rehearse(String pack) {
        List<String> before = words(active.orElseThrow().pack());
        List<String> after = words(pack);
        return bytes -> {
            await();
            Draft draft = wire.serde(Topics.DRAFTS).deserializer().deserialize(Topics.DRAFTS.name(), bytes);
            return Optional.of(new Outcome(ruled(draft.getText(), before), ruled(draft.getText(), after)));
        };
    }

    private void await() {
        try {
            if (!gate.await(30, TimeUnit.SECONDS)) {
                throw new IllegalStateException("nobody opened the gate");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static Ruled ruled(String text, List<String> words) {
        List<String> titles = words.stream()
                .filter(text::contains)
                .map(word -> "No word of " + word)
                .toList();
        return new Ruled(!titles.isEmpty(), titles);
    }

    private List<String> words(String pack) {
        return read(pack).rules().stream().map(rule -> rule.id().substring(3)).toList();
    }

    private Edition edition(String pack, Signature signature, Instant at) {
        return new Edition(read(pack).label(), pack, signature, at);
    }
}
