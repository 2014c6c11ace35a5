package org.imprimatur.approver.review;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** A seeded life of one post: revisions, verdicts, time, and people who ask for the right and the wrong things. */
public final class RandomReview {
    private static final List<Person> PEOPLE = List.of(
            new Person("ada", Set.of("author")),
            new Person("ben", Set.of("author", "reviewer")),
            new Person("cam", Set.of("reviewer")),
            new Person("dee", Set.of("reviewer")),
            new Person("eli", Set.of("reviewer", "administrator")),
            new Person("fay", Set.of("auditor")),
            new Person("gus", Set.of()),
            new Person("hal", Set.of("administrator")));

    private final Random random;
    private final String postId;
    private final Terms terms;
    private final List<Opening> revisions = new ArrayList<>();
    private final List<Command> sent = new ArrayList<>();
    private Instant now = Instant.parse("2026-03-02T12:00:00Z");
    private int policy = 1;

    public RandomReview(long seed) {
        random = new Random(seed);
        postId = "post-" + seed;
        terms = new Terms(Duration.ofSeconds(seed % 4 == 0 ? 0 : 30), seed % 2 == 0 ? 0 : 40);
        revisions.add(opening(1, "hash-1"));
    }

    /** What happens next to a post. */
    public sealed interface Input {
        Instant at();

        /** As the service does it. */
        default Step takenBy(Review review, Terms terms) {
            if (this instanceof Submitted submitted) {
                return review.submitted(submitted.content(), at());
            }
            if (this instanceof Held held) {
                return review.held(held.opening(), terms, at());
            }
            return this instanceof Asked asked ? review.asked(asked.command(), terms, at()) : review.passed(at());
        }

        record Submitted(Content content, Instant at) implements Input {}

        record Held(Opening opening, Instant at) implements Input {}

        record Asked(Command command, Instant at) implements Input {}

        record Passed(Instant at) implements Input {}
    }

    public String postId() {
        return postId;
    }

    public Terms terms() {
        return terms;
    }

    public Input next() {
        now = now.plusSeconds(random.nextInt(random.nextInt(3) == 0 ? 400 : 15));
        int dice = random.nextInt(100);
        if (dice < 4) {
            int revision = newest().content().revision() + 1;
            revisions.add(opening(revision, "hash-" + revision));
        }
        if (dice < 8) {
            return new Input.Submitted(mostlyNewest().content(), now);
        }
        if (dice < 20) {
            return new Input.Held(judgedAgain(mostlyNewest()), now);
        }
        if (dice < 30) {
            return new Input.Passed(now);
        }
        if (dice < 38 && !sent.isEmpty()) {
            return new Input.Asked(sent.get(Math.max(0, sent.size() - 1 - random.nextInt(20))), now);
        }
        Command command = command(random.nextInt(100), ask());
        sent.add(command);
        return new Input.Asked(command, now);
    }

    private Command command(int dice, Ask ask) {
        Optional<String> note = dice % 2 == 0 ? Optional.of("Between us") : Optional.empty();
        if (dice < 40) {
            return new Command.Approve(ask, note);
        }
        if (dice < 46) {
            return new Command.ApproveInBulk(ask);
        }
        if (dice < 56) {
            return new Command.Claim(ask);
        }
        if (dice < 60) {
            return new Command.TakeOver(ask);
        }
        if (dice < 64) {
            return new Command.Extend(ask);
        }
        if (dice < 67) {
            return new Command.Unclaim(ask);
        }
        if (dice < 80) {
            return new Command.Undo(mostlyOfWhoAskedLast(ask));
        }
        if (dice < 83) {
            return new Command.Comment(ask, dice == 80 ? Optional.empty() : Optional.of("Hm"), note);
        }
        if (dice < 87) {
            return new Command.Escalate(ask, addressee(), dice == 83 ? " " : "Not sure");
        }
        return rarer(dice, ask, note);
    }

    private Command rarer(int dice, Ask ask, Optional<String> note) {
        if (dice < 90) {
            return new Command.RequestChanges(ask, grounds(dice, note));
        }
        if (dice < 93) {
            return new Command.Reject(ask, grounds(dice, note));
        }
        if (dice < 95) {
            return new Command.Withdraw(ask, note);
        }
        return dice < 98 ? edit(ask, note) : new Command.Unknown(ask);
    }

    /** Accepted or not, the edited revision may be judged later. */
    private Command edit(Ask ask, Optional<String> note) {
        int revision = ask.seen().revision() + 1;
        boolean same = random.nextInt(4) == 0;
        Content made = new Content(revision, same ? ask.seen().hash() : "edited-" + revision);
        return new Command.Edit(ask, made, note);
    }

    private static Grounds grounds(int dice, Optional<String> note) {
        Optional<String> rule = dice % 4 == 0 ? Optional.empty() : Optional.of("R1");
        return new Grounds(dice % 3 == 0 ? " " : "Say less", rule, note);
    }

    private Optional<Addressee> addressee() {
        return List.of("role:administrator", "role:reviewer", "role:auditor", "person:cam", "person:ben", "who?")
                .stream()
                .skip(random.nextInt(6))
                .findFirst()
                .flatMap(Addressee::read);
    }

    private Ask ask() {
        Content seen = mostlyNewest().content();
        Content claimed = random.nextInt(12) == 0 ? new Content(seen.revision(), "forged") : seen;
        return new Ask("command-" + sent.size(), PEOPLE.get(random.nextInt(PEOPLE.size())), claimed);
    }

    private Ask mostlyOfWhoAskedLast(Ask ask) {
        if (sent.isEmpty() || random.nextInt(4) == 0) {
            return ask;
        }
        Ask last = sent.get(sent.size() - 1).ask();
        return new Ask(ask.commandId(), last.by(), last.seen());
    }

    private Opening newest() {
        return revisions.get(revisions.size() - 1);
    }

    private Opening mostlyNewest() {
        return random.nextInt(10) < 7 ? newest() : revisions.get(random.nextInt(revisions.size()));
    }

    /** Now and then under the next policy; else the same verdict told again, or the same policy at a later time. */
    private Opening judgedAgain(Opening before) {
        if (random.nextInt(8) == 0) {
            policy++;
        }
        Opening.Judgement judged = new Opening.Judgement("v" + policy, "e1", now);
        return new Opening(
                before.content(),
                before.contributors(),
                before.requirement(),
                before.risk(),
                random.nextBoolean() ? judged : before.judged(),
                before.expiresAt());
    }

    private Opening opening(int revision, String hash) {
        Set<String> contributors = random.nextInt(3) == 0 ? Set.of("ada", "ben") : Set.of("ada");
        Requirement requirement = Requirement.of(List.of(1, 1, 2, 2, 3, 0).get(random.nextInt(6)));
        Risk risk = requirement.approvals() == 1 && random.nextInt(3) > 0 ? Risk.LOW : Risk.HIGH;
        Optional<Instant> expiresAt =
                random.nextInt(3) == 0 ? Optional.of(now.plusSeconds(random.nextInt(3_000))) : Optional.empty();
        Opening.Judgement judged = new Opening.Judgement("v1", "e1", now);
        return new Opening(new Content(revision, hash), contributors, requirement, risk, judged, expiresAt);
    }
}
