package org.imprimatur.analyzer.crowd;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A draft beside what its account published before: posts that most likely tell of the same person, and how few people
 * fit all of it together.
 *
 * <p>Two posts are taken to tell of the same person when nothing in them contradicts and what both tell is so rare that
 * only a few around here fit it.
 */
public final class Mosaic {

    /** People around here who may fit what two posts have in common, so that they still mean one and the same. */
    static final int SAME = 30;

    private Mosaic() {}

    /**
     * All of it together.
     *
     * @param fit how few fit
     * @param posts ids of the earlier posts that add something, newest first
     */
    public record Whole(Fit fit, List<String> posts) {

        public Whole {
            posts = List.copyOf(posts);
        }
    }

    /** Present when the posts together single somebody out and the draft alone does not. */
    public static Optional<Whole> of(Portrait draft, List<Earlier> earlier, Surroundings around) {
        if (!draft.isTelling() || Crowd.fitting(draft).isFew()) {
            return Optional.empty();
        }
        Portrait all = draft;
        List<String> posts = new ArrayList<>();
        for (Earlier post : newestFirst(earlier)) {
            if (all.agreesWith(post.portrait()) && isOfTheSame(draft, post.portrait(), around)) {
                Portrait more = all.union(post.portrait());
                if (!more.equals(all)) {
                    posts.add(post.postId());
                    all = more;
                }
            }
        }
        Fit fit = Crowd.fitting(all);
        return posts.isEmpty() || !fit.isFew() ? Optional.empty() : Optional.of(new Whole(fit, posts));
    }

    private static boolean isOfTheSame(Portrait draft, Portrait other, Surroundings around) {
        Portrait common = draft.common(other);
        return common.place()
                .or(around::home)
                .filter(place ->
                        common.isTelling() && Crowd.counted(common, place).people() < SAME)
                .isPresent();
    }

    /** The order must not depend on where posts are kept. */
    private static List<Earlier> newestFirst(List<Earlier> earlier) {
        return earlier.stream()
                .sorted(Comparator.comparing(Earlier::releasedAt)
                        .thenComparing(Earlier::postId)
                        .reversed())
                .toList();
    }
}
