package org.imprimatur.kit.log;

import ch.qos.logback.classic.pattern.ThrowableHandlingConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;

/**
 * Writes the exception of a log event as types and places, because libraries log exceptions that quote what they read.
 *
 * <p>The class is public only because logback makes it by its name; see {@code logback.xml} of this module.
 */
public final class FingerprintConverter extends ThrowableHandlingConverter {

    private static final int CAUSES = 5;
    private static final int FRAMES = 4;

    @Override
    public String convert(ILoggingEvent event) {
        StringBuilder out = new StringBuilder();
        IThrowableProxy at = event.getThrowableProxy();
        for (int cause = 0; at != null && cause < CAUSES; cause++) {
            out.append(cause == 0 ? "\n  " : "\n  caused by ").append(at.getClassName());
            frames(at.getStackTraceElementProxyArray(), out);
            at = at.getCause();
        }
        return out.toString();
    }

    private static void frames(StackTraceElementProxy[] frames, StringBuilder out) {
        for (int at = 0; at < Math.min(FRAMES, frames.length); at++) {
            out.append("\n    ").append(frames[at].getSTEAsString());
        }
    }
}
