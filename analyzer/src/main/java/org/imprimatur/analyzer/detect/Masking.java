package org.imprimatur.analyzer.detect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.imprimatur.analyzer.draft.Span;
import org.imprimatur.analyzer.meaning.Reading;
import org.imprimatur.analyzer.text.Match;
import org.imprimatur.analyzer.text.Phrases;
import org.imprimatur.analyzer.text.Token;
import org.imprimatur.analyzer.text.Tokens;

/**
 * Reads a draft sentence by sentence with stand-ins for whatever belongs to one organization: its people, places,
 * towns, links, numbers and handles. So what is learned from one organization holds for another.
 */
public final class Masking {

    private static final Pattern CONTACT = Pattern.compile(
            "(?<link>https?://\\S+|(?<![\\w.-])(?:[\\w-]{1,40}\\.){1,5}(?:example|gov|org|com|net|edu)\\b"
                    + "(?:/\\S*)?)|(?<handle>@\\w+)|(?<phone>(?<!\\d)(?:\\+?1[-. ]?)?\\(?\\d{3}\\)?[-. ]{1,2}\\d{3}[-. ]\\d{4})");

    private static final String LINK = " zlink ";
    private static final Map<String, String> PLAIN = Map.of(
            " zstaff ",
            "our doctor",
            " zcoworker ",
            "a coworker",
            " zsigned ",
            "our volunteer",
            " zplace ",
            "our hospital",
            " ztown ",
            "our town",
            LINK,
            "our website",
            " zhandle ",
            "someone",
            " zphone ",
            "our phone number");
    private final Tokens tokens;
    private final String[] standIns;
    private final boolean[] inHeadline;
    private boolean linksElsewhere;

    private Masking(Tokens tokens) {
        this.tokens = tokens;
        this.standIns = new String[tokens.size()];
        this.inHeadline = headlines(tokens);
        Arrays.fill(standIns, "");
    }

    /** The draft's sentences, one for each sentence of its tokens. */
    public static Reading read(Screening screening) {
        Masking masking = new Masking(screening.tokens());
        masking.contacts(screening);
        for (Person person : screening.people().all()) {
            if (isKnown(person)
                    || !masking.inHeadline[
                            screening.tokens().get(person.start()).sentence()]) {
                masking.put(person.start(), person.end(), standIn(person.role()));
            }
        }
        masking.put(screening.organization().places(), " zplace ");
        masking.put(screening.organization().towns(), " ztown ");
        masking.capitals();
        return new Reading(
                screening.isReply(),
                masking.linksElsewhere,
                screening.organization().isUnknown(),
                masking.sentences(),
                masking.words(),
                Counterpart.of(screening));
    }

    /** Where a word of the reading stands in the draft, in code points. */
    public static Span place(Reading.Word word, Screening screening) {
        return screening.span(word.start(), word.end());
    }

    private static boolean isKnown(Person person) {
        return switch (person.role()) {
            case STAFF, PRIVATE_STAFF, AUTHORIZED -> true;
            case PUBLIC, PATIENT, RELATIVE, UNKNOWN -> false;
        };
    }

    /** Sentences in which so many words have a capital that a capital says nothing. */
    private static boolean[] headlines(Tokens tokens) {
        int sentences = tokens.size() == 0 ? 0 : tokens.get(tokens.size() - 1).sentence() + 1;
        int[] capitals = new int[sentences];
        int[] words = new int[sentences];
        for (Token token : tokens.list()) {
            if (token.isWord() && token.text().length() > 2) {
                words[token.sentence()]++;
                capitals[token.sentence()] += token.isCapitalised() ? 1 : 0;
            }
        }
        boolean[] headlines = new boolean[sentences];
        for (int i = 0; i < sentences; i++) {
            headlines[i] = capitals[i] > 3 && capitals[i] * 5 > words[i] * 3;
        }
        return headlines;
    }

    private static String standIn(Person.Role role) {
        return switch (role) {
            case STAFF -> " zstaff ";
            case PRIVATE_STAFF -> " zcoworker ";
            case AUTHORIZED -> " zsigned ";
            case PUBLIC -> " zpublic ";
            case PATIENT, RELATIVE, UNKNOWN -> " zperson ";
        };
    }

    private void contacts(Screening screening) {
        Matcher matcher = CONTACT.matcher(screening.normal());
        while (matcher.find()) {
            String standIn = standIn(matcher);
            linksElsewhere |= standIn.equals(LINK) && leadsElsewhere(matcher.group(), screening.organization());
            int end = tokens.at(matcher.end() - 1);
            put(tokens.at(matcher.start()), Math.min(tokens.size(), end + 1), standIn);
        }
    }

    private static String standIn(Matcher contact) {
        if (contact.group("phone") != null) {
            return " zphone ";
        }
        return contact.group("handle") != null ? " zhandle " : LINK;
    }

    private static boolean leadsElsewhere(String link, KnownOrganization organization) {
        return !organization.ownsSite(link.replaceFirst("^https?://", "").replaceFirst("[/:?#].*$", ""));
    }

    private void put(Phrases phrases, String standIn) {
        for (Match match : phrases.in(tokens)) {
            put(match.phraseStart(), match.phraseEnd(), standIn);
        }
    }

    /** First come, first served. */
    private void put(int start, int end, String standIn) {
        for (int i = start; i < end; i++) {
            if (standIns[i].isEmpty()) {
                standIns[i] = standIn;
            }
        }
    }

    /** Words with a capital in the middle of a sentence are names of something. */
    private void capitals() {
        for (int i = 1; i < tokens.size(); i++) {
            Token before = tokens.get(i - 1);
            Token token = tokens.get(i);
            boolean opens = before.sentence() == token.sentence()
                    && ((before.isWord() && !before.isCapitalised())
                            || before.text().equals(",")
                            || before.text().equals(";")
                            || standIns[i - 1].equals(" zcap "));
            boolean name =
                    token.isWord() && token.isCapitalised() && token.text().length() > 1 && !token.isShouted();
            if (opens && name && standIns[i].isEmpty() && !inHeadline[token.sentence()]) {
                standIns[i] = " zcap ";
            }
        }
    }

    private List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        StringBuilder sentence = new StringBuilder();
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (i > 0 && token.sentence() != tokens.get(i - 1).sentence()) {
                sentences.add(tidy(sentence));
                sentence.setLength(0);
            }
            if (standIns[i].isEmpty()) {
                sentence.append(i > 0 && tokens.get(i - 1).end() < token.start() ? " " : "")
                        .append(token.text());
            } else if (i == 0 || !standIns[i].equals(standIns[i - 1])) {
                sentence.append(standIns[i]);
            }
        }
        if (tokens.size() > 0) {
            sentences.add(tidy(sentence));
        }
        return sentences;
    }

    /** Word by word; what a name stands for is told in words that the encoder knows, other words stay as they are. */
    private List<Reading.Word> words() {
        List<Reading.Word> words = new ArrayList<>();
        int start = 0;
        while (start < tokens.size()) {
            String plain = PLAIN.getOrDefault(standIns[start], "");
            int end = start + 1;
            while (!plain.isEmpty() && end < tokens.size() && standIns[end].equals(standIns[start])) {
                end++;
            }
            Token token = tokens.get(start);
            words.add(new Reading.Word(plain.isEmpty() ? token.text() : plain, start, end, token.sentence()));
            start = end;
        }
        return words;
    }

    private static String tidy(StringBuilder sentence) {
        return sentence.toString()
                .strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\d", "0")
                .replaceAll(" {2,}", " ");
    }
}
