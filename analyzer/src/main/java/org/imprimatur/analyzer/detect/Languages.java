package org.imprimatur.analyzer.detect;

import com.ibm.icu.lang.UScript;
import java.util.List;
import java.util.Set;
import org.imprimatur.analyzer.draft.Finding;
import org.imprimatur.analyzer.draft.FindingKind;
import org.imprimatur.analyzer.text.Token;

/** Text that is neither English nor Spanish, and so is not judged; told by script and by the commonest words. */
final class Languages implements Detector {

    private static final Explanation WHY = Explanation.of(
            FindingKind.LANGUAGE,
            "Only English and Spanish are judged; this looks like another language, so a person who reads it must"
                    + " look.",
            "",
            "Ask somebody who reads the language to review it.");
    private static final Set<String> OTHERS = Set.of(
            // French
            "le",
            "les",
            "des",
            "est",
            "nous",
            "vous",
            "avec",
            "pour",
            "dans",
            "une",
            "votre",
            "notre",
            "pas",
            "sur",
            "aux",
            "merci",
            "et",
            "du",
            "cette",
            // Portuguese
            "nao",
            "voce",
            "com",
            "uma",
            "dos",
            "nossa",
            "nosso",
            "obrigado",
            "sao",
            "em",
            "ao",
            "muito",
            // German
            "der",
            "die",
            "das",
            "und",
            "ist",
            "nicht",
            "wir",
            "sie",
            "mit",
            "fur",
            "auf",
            "ein",
            "eine",
            "ihre",
            "unsere",
            // Italian
            "il",
            "che",
            "per",
            "della",
            "sono",
            "gli",
            "nostra",
            "grazie",
            "questo",
            // Haitian Creole, Tagalog, Vietnamese, Somali, Polish, Hmong
            "nou",
            "yo",
            "pou",
            "ak",
            "ki",
            "nan",
            "ang",
            "mga",
            "ng",
            "sa",
            "ay",
            "kami",
            "va",
            "cua",
            "cho",
            "khong",
            "waa",
            "iyo",
            "oo",
            "waxaan",
            "nie",
            "jest",
            "dla",
            "kuv",
            "koj",
            "peb",
            "lub");
    private static final Set<String> OURS = Set.of(
            "the", "and", "of", "to", "a", "in", "is", "you", "for", "your", "our", "we", "on", "with", "it", "that",
            "this", "are", "at", "be", "have", "or", "not", "i", "no", "de", "la", "que", "el", "los", "las", "y", "un",
            "una", "por", "con", "su", "para", "es", "del", "se", "al", "lo", "como", "mas", "si", "le", "nuestra",
            "nuestro", "usted", "pero");

    @Override
    public String id() {
        return "language";
    }

    @Override
    public List<Finding> detect(Screening screening) {
        int foreign = 0;
        int others = 0;
        int ours = 0;
        int words = 0;
        for (Token token : screening.tokens().list()) {
            if (token.isWord()) {
                words++;
                foreign += isLatin(token) ? 0 : 1;
                others += OTHERS.contains(token.key()) ? 1 : 0;
                ours += OURS.contains(token.key()) ? 1 : 0;
            }
        }
        boolean otherScript = foreign >= 2 && foreign * 5 >= words;
        boolean otherWords = others >= 3 && others > 2 * ours;
        return otherScript || otherWords ? List.of(WHY.at(id(), 0.8, List.of())) : List.of();
    }

    private static boolean isLatin(Token token) {
        int script = UScript.getScript(token.text().codePointAt(0));
        return script == UScript.LATIN || script == UScript.COMMON || script == UScript.INHERITED;
    }
}
