package org.imprimatur.analyzer.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.imprimatur.analyzer.text.Match;
import org.imprimatur.analyzer.text.Token;
import org.imprimatur.analyzer.text.Tokens;

/** Where somebody works, told by the form of a firm's name or by the words before it; shown to a reviewer, decides nothing. */
final class Employers {

    private static final Set<String> FORMS = NameWords.words("""
        inc llc llp corp corporation incorporated ltd limited gmbh plc company industries technologies
        systems solutions holdings enterprises partners associates labs laboratories pharmaceuticals
        consulting logistics manufacturing motors airlines bank group university college school
        """);
    private static final Set<String> WORK = Set.of("works", "worked", "working", "employed", "hired", "job", "retired");
    private static final Set<String> LABELS = Set.of("employer", "company", "organization", "workplace", "empresa");
    private static final Set<String> JOINTS = Set.of("at", "for", "from", "by", "with", "en", ":");
    private static final int MOST_WORDS = 5;

    private Employers() {}

    /** @param people whose employers may stand right after them, as in "Ana Ruiz at Heron Lumber" */
    static List<Match> in(Tokens tokens, List<Person> people) {
        List<Match> found = new ArrayList<>();
        int free = 0;
        for (int i = 0; i < tokens.size(); i++) {
            int end = i < free || !isCapital(tokens, i) ? i : run(tokens, i);
            boolean formed = end - i > 1 && FORMS.contains(tokens.key(end - 1));
            if (end > i && (formed || isAfterWork(tokens, i, people))) {
                found.add(new Match(i, end, i, end));
            }
            free = Math.max(free, end);
        }
        return found;
    }

    private static int run(Tokens tokens, int start) {
        int end = start + 1;
        while (end < tokens.size() && end - start < MOST_WORDS && isCapital(tokens, end) && follows(tokens, end)) {
            end++;
        }
        return end;
    }

    private static boolean isAfterWork(Tokens tokens, int start, List<Person> people) {
        int joint = start - 1;
        if (joint < 1 || !JOINTS.contains(tokens.key(joint))) {
            return false;
        }
        boolean afterPerson = people.stream().anyMatch(person -> person.end() == joint);
        return LABELS.contains(tokens.key(joint - 1))
                || (!tokens.key(joint).equals(":") && (afterPerson || WORK.contains(tokens.key(joint - 1))));
    }

    private static boolean isCapital(Tokens tokens, int i) {
        Token token = tokens.get(i);
        return token.isWord() && token.isCapitalised() && token.text().length() > 1;
    }

    private static boolean follows(Tokens tokens, int i) {
        return tokens.get(i).start() - tokens.get(i - 1).end() <= 1
                && tokens.get(i).sentence() == tokens.get(i - 1).sentence();
    }
}
