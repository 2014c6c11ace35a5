package org.imprimatur.ingest.progress;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.imprimatur.ingest.progress.LogEntry.Delivered;
import org.imprimatur.ingest.progress.LogEntry.Reviewed;
import org.imprimatur.ingest.progress.LogEntry.Screened;
import org.imprimatur.ingest.progress.LogEntry.Submitted;

/** Everything that the log holds about one post, in no particular order. */
public record PostHistory(List<LogEntry> entries) {
    public PostHistory {
        entries = List.copyOf(entries);
    }

    public Optional<Submitted> revision(int number) {
        return only(Submitted.class).stream()
                .filter(entry -> entry.draft().revision() == number)
                .findFirst();
    }

    /** Empty when what was submitted has not been read yet, although something about it was. */
    public Optional<Submitted> newest() {
        return only(Submitted.class).stream()
                .max(Comparator.comparingInt(entry -> entry.draft().revision()));
    }

    /** Where the given revision, the newest, stands. */
    public Progress progress(Submitted newest) {
        return Progress.of(
                newest.draft().revision(),
                only(Screened.class).stream().map(Screened::screening).toList(),
                only(Reviewed.class).stream().map(Reviewed::step).toList(),
                only(Delivered.class).stream().map(Delivered::publication).toList());
    }

    private <E extends LogEntry> List<E> only(Class<E> kind) {
        return entries.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
