package org.imprimatur.ingest.intake;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Whether a draft stands alone or answers what somebody else wrote. */
public enum Kind {
    POST,
    REPLY;

    /** As authors write it: {@code post} or {@code reply}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads an author's word; empty when no kind is called that. */
    public static Optional<Kind> parse(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }
}
