package org.imprimatur.ingest.desk;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.imprimatur.ingest.intake.Draft;
import org.imprimatur.ingest.intake.Earlier;
import org.imprimatur.ingest.intake.PostId;

/** A log and the book of it, as long as a test runs. */
final class InMemoryLog implements DraftLog, PostBook {
    final List<Draft> drafts = new CopyOnWriteArrayList<>();
    boolean caughtUp = true;
    boolean acknowledges = true;

    @Override
    public String contentHash(Draft draft) {
        return Integer.toHexString(draft.content().hashCode());
    }

    @Override
    public Outcome append(Draft draft) {
        if (!acknowledges) {
            return Outcome.UNCERTAIN;
        }
        drafts.add(draft);
        return Outcome.ACKNOWLEDGED;
    }

    @Override
    public boolean caughtUp() {
        return caughtUp;
    }

    @Override
    public Optional<Earlier> revision(PostId postId, int revision) {
        return drafts.stream()
                .filter(draft -> draft.postId().equals(postId) && draft.revision() == revision)
                .map(draft -> draft.asEarlier(contentHash(draft)))
                .findFirst();
    }

    @Override
    public Optional<Earlier> newest(PostId postId) {
        return drafts.stream()
                .filter(draft -> draft.postId().equals(postId))
                .max(Comparator.comparingInt(Draft::revision))
                .map(draft -> draft.asEarlier(contentHash(draft)));
    }

    @Override
    public void acknowledged(Earlier revision) {
        // what was appended is in the book already
    }
}
