package org.imprimatur.platforms;

/**
 * How long a text may be, by one way of counting.
 *
 * @param most that still passes
 */
public record TextLimit(Counting counting, int most) {
    public TextLimit {
        if (most < 1) {
            throw new IllegalArgumentException("a platform takes at least 1 of anything");
        }
    }

    /** How much of the limit the text takes. */
    public Use of(String text) {
        return new Use(this, counting.count(text));
    }

    /**
     * How much of a limit a text takes.
     *
     * @param used may be more than the limit
     */
    public record Use(TextLimit limit, int used) {
        public boolean fits() {
            return used <= limit.most();
        }

        /** What may still be added; negative when the text is too long. */
        public int left() {
            return limit.most() - used;
        }

        /** Such as "250 of 300 characters". */
        public String sentence() {
            return used + " of " + limit.most() + " " + limit.counting().unit();
        }
    }
}
