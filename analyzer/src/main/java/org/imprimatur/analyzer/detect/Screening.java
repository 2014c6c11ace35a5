package org.imprimatur.analyzer.detect;

import java.time.LocalDate;
import java.util.List;
import org.imprimatur.analyzer.crowd.Earlier;
import org.imprimatur.analyzer.draft.Draft;
import org.imprimatur.analyzer.draft.DraftKind;
import org.imprimatur.analyzer.draft.Span;
import org.imprimatur.analyzer.text.Match;
import org.imprimatur.analyzer.text.NormalText;
import org.imprimatur.analyzer.text.Tokens;

/** One draft made ready for every detector: text normalised and read once, and what is known of the organization. */
public final class Screening {

    private final Draft draft;
    private final NormalText text;
    private final Tokens tokens;
    private final Links links;
    private final NearDigits nearDigits;
    private final Facts facts;
    private final People people;
    private final Care care;
    private final KnownOrganization organization;
    private final LocalDate day;
    private final List<Earlier> earlier;

    private Screening(Draft draft, KnownOrganization organization, LocalDate day, List<Earlier> earlier) {
        this.earlier = List.copyOf(earlier);
        this.draft = draft;
        this.organization = organization;
        this.day = day;
        this.text = NormalText.of(draft.text());
        this.tokens = Tokens.of(text.normal());
        this.links = Links.in(text.normal());
        this.nearDigits = NearDigits.in(text.normal());
        this.facts = Facts.of(tokens, organization);
        this.care = Care.of(tokens, facts);
        this.people = People.in(tokens, links, facts, organization, draft);
    }

    /**
     * Prepares a draft of an account that published nothing before.
     *
     * @param today the day of judging; the organization's own {@code asOf} goes before it
     */
    public static Screening of(Draft draft, KnownOrganization organization, LocalDate today) {
        return of(draft, organization, today, List.of());
    }

    /**
     * Prepares a draft.
     *
     * @param earlier what other posts of its account told about somebody
     */
    public static Screening of(Draft draft, KnownOrganization organization, LocalDate today, List<Earlier> earlier) {
        return new Screening(
                draft, organization, organization.organization().asOf().orElse(today), earlier);
    }

    public Draft draft() {
        return draft;
    }

    public NormalText text() {
        return text;
    }

    public KnownOrganization organization() {
        return organization;
    }

    /** The day as of which expiry is judged. */
    public LocalDate day() {
        return day;
    }

    List<Earlier> earlier() {
        return earlier;
    }

    String normal() {
        return text.normal();
    }

    Tokens tokens() {
        return tokens;
    }

    Links links() {
        return links;
    }

    NearDigits nearDigits() {
        return nearDigits;
    }

    Facts facts() {
        return facts;
    }

    People people() {
        return people;
    }

    Care care() {
        return care;
    }

    /** Whether it bears the marks of what is made for the public, not of a note or a letter. */
    boolean isPublished() {
        return People.isPublished(tokens, links);
    }

    boolean isReply() {
        return draft.kind() == DraftKind.REPLY;
    }

    /** Span of the tokens {@code start} to {@code end}, half-open. */
    Span span(int start, int end) {
        return text.span(tokens.get(start).start(), tokens.get(end - 1).end());
    }

    Span span(Match match) {
        return span(match.start(), match.end());
    }

    /** The name and its title. */
    Span span(Person person) {
        int start = person.start();
        int before = start > 1 && tokens.key(start - 1).equals(".") ? start - 2 : start - 1;
        boolean titled = before >= 0
                && NameWords.CIVIL.contains(tokens.key(before))
                && tokens.get(start).start() - tokens.get(before).end() <= 2;
        return span(titled ? before : start, person.end());
    }

    @Override
    public String toString() {
        return "Screening[" + draft + "]";
    }
}
