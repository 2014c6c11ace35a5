package org.imprimatur.approver.web.author;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.imprimatur.approver.post.Unsent;
import org.imprimatur.approver.topology.OwnDesk;
import org.imprimatur.approver.wire.own.OwnKey;
import org.imprimatur.kit.web.ProblemException;

/**
 * Keeps what people are writing, so that neither the end of a session nor that of an instance loses anything. A window that
 * shows an older state overwrites nothing. Safe for several threads.
 */
public final class UnsentDrafts {
    /** More than anybody writes at a time. */
    static final int MOST = 100;

    /** What another instance took arrives here sooner. */
    private static final Duration ARRIVES_WITHIN = Duration.ofSeconds(1);

    private static final int LOCKS = 64;
    private static final Pattern KEY = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final OwnDesk<Unsent> desk;
    private final List<Object> locks =
            IntStream.range(0, LOCKS).mapToObj(each -> new Object()).toList();

    public UnsentDrafts(OwnDesk<Unsent> desk) {
        this.desk = desk;
    }

    /** Whether a draft in writing, or a window, may be called that. */
    static boolean isKey(String text) {
        return KEY.matcher(text).matches();
    }

    Optional<Unsent> find(String person, String key) {
        return desk.find(own(person, key));
    }

    /** What this person is writing, the newest first. */
    List<Unsent> of(String person) {
        return desk.of(person).stream()
                .sorted(Comparator.comparingLong(Unsent::savedAt).reversed())
                .toList();
    }

    /**
     * Keeps it, or says why not.
     *
     * @param base {@link Unsent.Saved#version} of what its window showed at first; empty when it was never saved
     * @return empty when it is kept, or when the same window has said something later meanwhile
     */
    Optional<Elsewhere> save(String person, Unsent unsent, String base) {
        OwnKey key = own(person, unsent.key());
        synchronized (locks.get(Math.floorMod(person.hashCode(), LOCKS))) {
            desk.await(() -> against(key, unsent, base).isEmpty(), ARRIVES_WITHIN);
            Optional<Elsewhere> against = against(key, unsent, base);
            Optional<Unsent> now = desk.find(key);
            if (against.isPresent() || now.filter(each -> isLater(each, unsent)).isPresent()) {
                return against;
            }
            if (now.isEmpty() && desk.of(person).size() >= MOST) {
                throw ProblemException.of(409, "You have " + MOST + " unfinished posts; discard one first.");
            }
            written(() -> desk.keep(key, unsent));
            return desk.find(key)
                            .filter(each -> !each.saved().equals(unsent.saved()))
                            .isPresent()
                    ? Optional.of(Elsewhere.CHANGED)
                    : Optional.empty();
        }
    }

    /** It is a post now, or nobody wants it; a saving that comes late changes nothing. */
    void forget(String person, String key) {
        OwnKey own = own(person, key);
        synchronized (locks.get(Math.floorMod(person.hashCode(), LOCKS))) {
            written(() -> desk.forget(own));
        }
    }

    private Optional<Elsewhere> against(OwnKey key, Unsent unsent, String base) {
        Optional<Unsent> now = desk.find(key);
        if (now.isEmpty()) {
            return base.isEmpty() && !desk.isGone(key) ? Optional.empty() : Optional.of(Elsewhere.GONE);
        }
        boolean mine = now.get().saved().window().equals(unsent.saved().window());
        return mine || now.get().saved().version().equals(base) ? Optional.empty() : Optional.of(Elsewhere.CHANGED);
    }

    private static boolean isLater(Unsent now, Unsent unsent) {
        return now.saved().window().equals(unsent.saved().window())
                && now.saved().turn() > unsent.saved().turn();
    }

    private static void written(Runnable act) {
        try {
            act.run();
        } catch (IllegalStateException notTaken) {
            throw ProblemException.of(
                    503, "It can't be kept just now. Go back, where what you wrote still stands, and try again.");
        }
    }

    private static OwnKey own(String person, String key) {
        if (!isKey(key)) {
            throw ProblemException.of(404, "There is no unfinished post at this address.");
        }
        return new OwnKey(person, key);
    }
}
