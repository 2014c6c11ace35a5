package org.imprimatur.approver.wire.own;

import java.util.Optional;

/**
 * Key of something that a person keeps: its id, a space, the person.
 *
 * @param person whose it is
 * @param id a UUID in lower case
 */
public record OwnKey(String person, String id) {
    private static final int ID_LENGTH = 36;

    public OwnKey {
        if (id.length() != ID_LENGTH || person.isEmpty()) {
            throw new IllegalArgumentException("no id of " + ID_LENGTH + " characters, or nobody's");
        }
    }

    /** As it stands in the topic. */
    public String text() {
        return id + " " + person;
    }

    /** Reads {@link #text}; empty for anything else. */
    public static Optional<OwnKey> read(String text) {
        return text.length() > ID_LENGTH + 1 && text.charAt(ID_LENGTH) == ' '
                ? Optional.of(new OwnKey(text.substring(ID_LENGTH + 1), text.substring(0, ID_LENGTH)))
                : Optional.empty();
    }
}
