package org.imprimatur.platforms;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One platform, and what it takes.
 *
 * @param name lower case, as an account names it
 * @param title for people
 * @param text every limit holds
 * @param hashtags most in one post
 * @param languages most that a post can name; 0 where it can name none
 * @param replies whether we can put a reply under what it answers
 * @param removes whether its API takes a post down; else a person must, and shows proof
 * @param edits whether it lets a live post be changed; we never do, since what was approved stays
 */
public record Platform(
        String name,
        String title,
        List<TextLimit> text,
        MediaLimit media,
        int hashtags,
        int languages,
        boolean replies,
        boolean removes,
        boolean edits) {
    private static final Pattern HASHTAG = Pattern.compile("(?:^|(?<=[\\s(]))[#＃][\\p{L}\\p{N}_]+");

    public Platform {
        text = List.copyOf(text);
    }

    /** How much of each limit a text takes, for a preview. */
    public List<TextLimit.Use> uses(String content) {
        return text.stream().map(limit -> limit.of(content)).toList();
    }

    /** Why it would not take a post, a sentence each, none with anything from the text; empty when it would. */
    public List<String> faults(String content, List<Attachment> attachments) {
        List<String> faults = new ArrayList<>();
        if (content.isBlank() && attachments.isEmpty()) {
            faults.add("the post is empty");
        }
        uses(content).stream().filter(use -> !use.fits()).forEach(use -> faults.add(tooLong(use)));
        long tags = HASHTAG.matcher(content).results().count();
        if (tags > hashtags) {
            faults.add("the text has " + tags + " hashtags, and " + title + " takes " + hashtags);
        }
        faults.addAll(media.faults(title, attachments));
        return List.copyOf(faults);
    }

    /** The same with what one of its servers says of itself. */
    public Platform with(TextLimit limit, int mostPictures) {
        return new Platform(
                name,
                title,
                List.of(limit),
                media.withMost(mostPictures),
                hashtags,
                languages,
                replies,
                removes,
                edits);
    }

    private String tooLong(TextLimit.Use use) {
        return "the text has " + use.used() + " " + use.limit().counting().unit() + ", and " + title + " takes "
                + use.limit().most();
    }
}
