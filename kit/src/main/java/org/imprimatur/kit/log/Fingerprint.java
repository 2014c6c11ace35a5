package org.imprimatur.kit.log;

import java.util.ArrayList;
import java.util.List;

/**
 * Writes a failure as its types and places, without any message.
 *
 * <p>Messages of libraries quote what they could not read, and that may be a draft; types and lines never do.
 */
public final class Fingerprint {

    private static final int CAUSES = 5;

    private Fingerprint() {}

    /** Such as {@code IllegalStateException at Projection.java:80 < SQLiteException at DB.java:1179}. */
    public static String of(Throwable failure) {
        List<String> parts = new ArrayList<>();
        for (Throwable at = failure; at != null && parts.size() < CAUSES; at = at.getCause()) {
            parts.add(at.getClass().getSimpleName() + place(at.getStackTrace()));
        }
        return String.join(" < ", parts);
    }

    private static String place(StackTraceElement[] trace) {
        return trace.length == 0 ? "" : " at " + trace[0].getFileName() + ":" + trace[0].getLineNumber();
    }
}
