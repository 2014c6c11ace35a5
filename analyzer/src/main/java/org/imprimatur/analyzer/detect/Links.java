package org.imprimatur.analyzer.detect;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.nibor.autolink.LinkExtractor;
import org.nibor.autolink.LinkSpan;
import org.nibor.autolink.LinkType;

/** Web and mail addresses of a text, so that number rules don't look inside them. */
final class Links {

    private static final LinkExtractor EXTRACTOR = LinkExtractor.builder()
            .linkTypes(EnumSet.of(LinkType.URL, LinkType.WWW, LinkType.EMAIL))
            .build();

    private final List<LinkSpan> spans;

    private Links(List<LinkSpan> spans) {
        this.spans = List.copyOf(spans);
    }

    static Links in(String text) {
        List<LinkSpan> spans = new ArrayList<>();
        EXTRACTOR.extractLinks(text).forEach(spans::add);
        return new Links(spans);
    }

    List<LinkSpan> all() {
        return spans;
    }

    boolean anyUrl() {
        return spans.stream().anyMatch(span -> span.getType() != LinkType.EMAIL);
    }

    /** Whether the piece of text is a part of a web address. */
    boolean insideUrl(int start, int end) {
        for (LinkSpan span : spans) {
            if (span.getType() != LinkType.EMAIL && span.getBeginIndex() <= start && end <= span.getEndIndex()) {
                return true;
            }
        }
        return false;
    }

    /** Whether the piece of text touches a web address. */
    boolean touchesUrl(int start, int end) {
        for (LinkSpan span : spans) {
            if (span.getType() != LinkType.EMAIL && start < span.getEndIndex() && span.getBeginIndex() < end) {
                return true;
            }
        }
        return false;
    }
}
