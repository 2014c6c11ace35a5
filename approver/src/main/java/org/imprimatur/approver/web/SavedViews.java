package org.imprimatur.approver.web;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.imprimatur.approver.post.SavedView;
import org.imprimatur.approver.topology.OwnDesk;
import org.imprimatur.approver.wire.own.OwnKey;
import org.imprimatur.kit.web.ProblemException;

/** The views of the queue that people saved under names of their own, the same on every instance. Safe for several threads. */
public final class SavedViews {
    /** More nobody finds again. */
    public static final int MOST = 12;

    private static final int LONGEST_NAME = 40;
    private static final int LONGEST_QUERY = 2_000;
    private static final Comparator<SavedView> OLDEST_FIRST =
            Comparator.comparing(SavedView::savedAt).thenComparing(SavedView::name);

    private final OwnDesk<SavedView> desk;
    private final InstantSource clock;

    public SavedViews(OwnDesk<SavedView> desk, InstantSource clock) {
        this.desk = desk;
        this.clock = clock;
    }

    /** Those of a person, the oldest first. */
    List<SavedView> of(String person) {
        return desk.of(person).stream().sorted(OLDEST_FIRST).toList();
    }

    /** Keeps a view; one of the same name is replaced, and the oldest goes where there are too many. */
    void save(String person, String name, String query) {
        String clean = clean(name);
        if (query.length() > LONGEST_QUERY) {
            throw ProblemException.of(413, "What this view looks for is too long to be kept.");
        }
        if (!clean.isEmpty()) {
            written(() -> desk.keep(key(person, clean), new SavedView(clean, query, clock.instant())));
            List<SavedView> views = of(person);
            views.stream()
                    .limit(Math.max(0, views.size() - MOST))
                    .forEach(oldest -> written(() -> desk.forget(key(person, oldest.name()))));
        }
    }

    void remove(String person, String name) {
        written(() -> desk.forget(key(person, clean(name))));
    }

    private static void written(Runnable act) {
        try {
            act.run();
        } catch (IllegalStateException notTaken) {
            throw ProblemException.of(503, "Views can't be kept or forgotten just now. Try again in a moment.");
        }
    }

    private static String clean(String name) {
        String line = name.replaceAll("\\p{Cntrl}", " ").strip();
        return line.codePointCount(0, line.length()) > LONGEST_NAME
                ? line.substring(0, line.offsetByCodePoints(0, LONGEST_NAME))
                : line;
    }

    private static OwnKey key(String person, String name) {
        return new OwnKey(
                person,
                UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString());
    }
}
