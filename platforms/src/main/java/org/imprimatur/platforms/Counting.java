package org.imprimatur.platforms;

/** How a platform counts the length of a text. */
public sealed interface Counting permits Measure, MastodonCounting {
    /** Zero for an empty text; counts any text. */
    int count(String text);

    /** What is counted, in the plural, such as bytes. */
    String unit();
}
