package org.imprimatur.approver.review;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;

/** A seeded life of one post: revisions, verdicts and people who ask for the right and the wrong things. */
public final class RandomReview {
    private static final List<Person> PEOPLE = List.of(
            new Person("ada", Set.of("author")),
            new Person("ben", Set.of("author", "reviewer")),
            new Person("cam", Set.of("reviewer")),
            new Person("dee", Set.of("reviewer")),
            new Person("eli", Set.of("reviewer", "administrator")),
            new Person("fay", Set.of("auditor")),
            new Person("gus", Set.of()));

    private final Random random;
    private final String postId;
    private final List<Opening> revisions = new ArrayList<>();
    private final List<Command> sent = new ArrayList<>();
    private Instant now = Instant.parse("2026-03-02T12:00:00Z");

    public RandomReview(long seed) {
        random = new Random(seed);
        postId = "post-" + seed;
        revisions.add(opening(1));
    }

    /** What happens next to a post. */
    public sealed interface Input {
        Instant at();

        record Submitted(Content content, Instant at) implements Input {}

        record Held(Opening opening, Instant at) implements Input {}

        record Asked(Command command, Instant at) implements Input {}
    }

    public String postId() {
        return postId;
    }

    public Input next() {
        now = now.plus(Duration.ofSeconds(random.nextInt(400)));
        int dice = random.nextInt(100);
        if (dice < 6) {
            revisions.add(opening(revisions.size() + 1));
        }
        if (dice < 12) {
            return new Input.Submitted(mostlyNewest().content(), now);
        }
        if (dice < 25) {
            return new Input.Held(mostlyNewest(), now);
        }
        if (dice < 35 && !sent.isEmpty()) {
            return new Input.Asked(sent.get(Math.max(0, sent.size() - 1 - random.nextInt(20))), now);
        }
        Command command = command(random.nextInt(100), ask());
        sent.add(command);
        return new Input.Asked(command, now);
    }

    private static Command command(int dice, Ask ask) {
        Function<String, Grounds> grounds = reason -> new Grounds(reason, Optional.empty());
        if (dice < 60) {
            return new Command.Approve(ask);
        }
        if (dice < 80) {
            return new Command.Claim(ask);
        }
        if (dice < 90) {
            return new Command.Unclaim(ask);
        }
        if (dice < 94) {
            return new Command.RequestChanges(ask, grounds.apply(dice < 92 ? " " : "Say less"));
        }
        return dice < 98 ? new Command.Reject(ask, grounds.apply(dice < 97 ? "" : "No")) : new Command.Unknown(ask);
    }

    private Ask ask() {
        Content seen = mostlyNewest().content();
        Content claimed = random.nextInt(12) == 0 ? new Content(seen.revision(), "forged") : seen;
        return new Ask("command-" + sent.size(), PEOPLE.get(random.nextInt(PEOPLE.size())), claimed);
    }

    private Opening mostlyNewest() {
        int newest = revisions.size() - 1;
        return revisions.get(random.nextInt(10) < 7 ? newest : random.nextInt(newest + 1));
    }

    private Opening opening(int revision) {
        Set<String> contributors = random.nextInt(3) == 0 ? Set.of("ada", "ben") : Set.of("ada");
        Requirement requirement = new Requirement(List.of(1, 2, 2, 3, 0).get(random.nextInt(5)));
        return new Opening(new Content(revision, "hash-" + revision), contributors, requirement, "v1", "e1");
    }
}
