package org.imprimatur.kit.web;

/** Text as it may stand in a page that is written without a template. */
public final class Html {

    private Html() {}

    /** The text with every character replaced that means something in HTML, in quoted attribute values too. */
    public static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
