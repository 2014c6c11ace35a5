package org.imprimatur.analyzer.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.imprimatur.analyzer.draft.Finding;
import org.imprimatur.analyzer.draft.FindingKind;
import org.imprimatur.analyzer.draft.Span;

/** Web addresses of a person: profiles, fund-raising pages for one person, memorial and blog pages. */
final class PersonalPages implements Detector {

    private static final Explanation WHY = Explanation.of(
            FindingKind.URL,
            "This link leads to a person's own page, which tells who they are.",
            "45 CFR 164.514(b)(2)(i)(N)",
            "Leave the link out, or link to a page of the organization.");
    private static final String PERSONAL = "(?:facebook|fb|instagram|tiktok|snapchat|linkedin|threads|venmo|cash|paypal"
            + "|gofundme|caringbridge|givesendgo|fundly|givebutter|youcaring|legacy|tributearchive|everloved|meetup"
            + "|tumblr|blogspot|wordpress|substack|medium|onlyfans|strava|myspace|pinterest|flickr|linktr|ancestry)";
    private static final Pattern PROFILE = Pattern.compile(
            "(?:[\\w-]{1,40}\\.)?" + PERSONAL + "\\.(?:com|org|me|app|net|ee|example)/[^\\s<>\"]{2,80}"
                    + "|[\\w-]{2,40}\\.(?:blogspot|wordpress|substack|tumblr|medium)\\.com"
                    + "|[\\w-]{2,40}\\.(?:example|com|net|org)/(?:~|u/|user/|users/|profile/|profiles/|people/|in/|memorial/|obituary/)[\\w.-]{2,40}",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern COMPANY = Pattern.compile(
            "^on\\.fb\\.me/|/(?:company|pages|pin|posts|groups|events|watch|reel|p|hashtag|explore|sharer|tv|pub|pulse|jobs|video|videos|notes|photo\\.php)\\b|/profile/(?:twitter|facebook|instagram)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern HOST = Pattern.compile("^[^/]+");

    @Override
    public String id() {
        return "url";
    }

    @Override
    public List<Finding> detect(Screening screening) {
        String text = screening.normal();
        if (text.indexOf('/') < 0 && text.indexOf(".com") < 0) {
            return List.of();
        }
        List<Span> spans = new ArrayList<>();
        Matcher matcher = PROFILE.matcher(text);
        while (matcher.find()) {
            Matcher host = HOST.matcher(matcher.group());
            boolean own = host.find() && screening.organization().ownsSite(host.group());
            boolean ownPage =
                    screening.organization().ownsHandle(matcher.group().replaceFirst("^.*/", ""));
            if (!own && !ownPage && !COMPANY.matcher(matcher.group()).find()) {
                spans.add(screening.text().span(matcher.start(), matcher.end()));
            }
        }
        return spans.isEmpty() ? List.of() : List.of(WHY.at(id(), 0.8, spans));
    }
}
