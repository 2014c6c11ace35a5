package org.imprimatur.approver.review;

import java.time.Duration;

/**
 * What an organization settles about its reviews; the rules themselves are no setting.
 *
 * @param undo how long who decided can take it back; what is approved goes out after it. Zero for at once and for good
 * @param secondLookPercent how many of a hundred cases that need one approval are drawn to need two, 0 to 100
 */
public record Terms(Duration undo, int secondLookPercent) {
    /** Half a minute to think again, and one case in twenty looked at twice. */
    public static final Terms USUAL = new Terms(Duration.ofSeconds(30), 5);

    /** Nothing can be taken back and nothing is drawn. */
    public static final Terms PLAIN = new Terms(Duration.ZERO, 0);

    private static final int HUNDRED = 100;

    public Terms {
        if (undo.isNegative()) {
            throw new IllegalArgumentException("approver.undo: is not negative");
        }
        if (secondLookPercent < 0 || secondLookPercent > HUNDRED) {
            throw new IllegalArgumentException("approver.second-look: is a percentage from 0 to 100");
        }
    }

    /** Whether this revision is drawn for a second look: always the same answer for the same revision. */
    boolean draws(String postId, int revision) {
        return Long.remainderUnsigned(spread(postId + '/' + revision), HUNDRED) < secondLookPercent;
    }

    /** FNV-1a over the characters, then the last steps of MurmurHash3, so that neighbours fall far apart. */
    private static long spread(String text) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        hash = (hash ^ (hash >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return hash ^ (hash >>> 33);
    }
}
