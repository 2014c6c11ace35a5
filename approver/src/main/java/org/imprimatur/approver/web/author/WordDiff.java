package org.imprimatur.approver.web.author;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Two texts word by word: what both say, what only the earlier, what only the later one.
 *
 * @param before the earlier text in stretches; its changed ones are gone in the later
 * @param after the later text in stretches; its changed ones are new
 */
public record WordDiff(List<Stretch> before, List<Stretch> after) {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}\\p{M}’']+|\\s+|.", Pattern.DOTALL);

    public WordDiff {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }

    /** A run of words that stayed or changed. */
    public record Stretch(String text, boolean changed) {
        @Override
        public String toString() {
            return "Stretch[" + text.length() + " chars, changed=" + changed + "]";
        }
    }

    static WordDiff of(String earlier, String later) {
        List<String> from = words(earlier);
        List<String> to = words(later);
        List<Stretch> before = new ArrayList<>();
        List<Stretch> after = new ArrayList<>();
        int left = 0;
        int right = 0;
        for (AbstractDelta<String> delta : DiffUtils.diff(from, to).getDeltas()) {
            add(before, from.subList(left, delta.getSource().getPosition()), false);
            add(after, to.subList(right, delta.getTarget().getPosition()), false);
            add(before, delta.getSource().getLines(), true);
            add(after, delta.getTarget().getLines(), true);
            left = delta.getSource().getPosition() + delta.getSource().size();
            right = delta.getTarget().getPosition() + delta.getTarget().size();
        }
        add(before, from.subList(left, from.size()), false);
        add(after, to.subList(right, to.size()), false);
        return new WordDiff(joined(before), joined(after));
    }

    /** Whether the two say the same. */
    public boolean same() {
        return before.stream().noneMatch(Stretch::changed) && after.stream().noneMatch(Stretch::changed);
    }

    /** A space that stayed between two words that changed is read as changed with them. */
    private static List<Stretch> joined(List<Stretch> stretches) {
        List<Stretch> joined = new ArrayList<>();
        for (int at = 0; at < stretches.size(); at++) {
            Stretch stretch = stretches.get(at);
            boolean between =
                    at > 0 && at + 1 < stretches.size() && stretch.text().isBlank();
            boolean changed =
                    stretch.changed() || (between && stretches.get(at + 1).changed());
            int last = joined.size() - 1;
            if (last >= 0 && joined.get(last).changed() == changed) {
                joined.set(last, new Stretch(joined.get(last).text() + stretch.text(), changed));
            } else {
                joined.add(new Stretch(stretch.text(), changed));
            }
        }
        return joined;
    }

    private static void add(List<Stretch> stretches, List<String> words, boolean changed) {
        if (!words.isEmpty()) {
            stretches.add(new Stretch(String.join("", words), changed));
        }
    }

    private static List<String> words(String text) {
        return WORD.matcher(text).results().map(MatchResult::group).toList();
    }
}
