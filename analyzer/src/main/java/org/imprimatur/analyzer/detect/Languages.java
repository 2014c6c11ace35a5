package org.imprimatur.analyzer.detect;

import com.ibm.icu.lang.UScript;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import opennlp.tools.langdetect.Language;
import opennlp.tools.langdetect.LanguageDetectorModel;
import opennlp.tools.langdetect.ThreadSafeLanguageDetectorME;
import org.imprimatur.analyzer.draft.Finding;
import org.imprimatur.analyzer.draft.FindingKind;
import org.imprimatur.analyzer.text.Token;

/**
 * Text that is neither English nor Spanish, and so is not judged. What has many of their commonest words is one of them;
 * of the rest Apache OpenNLP tells 183 languages apart.
 */
final class Languages implements Detector {

    private static final Explanation WHY = Explanation.of(
            FindingKind.LANGUAGE,
            "Only English and Spanish are judged; this looks like another language, so a person who reads it must"
                    + " look.",
            "",
            "Ask somebody who reads the language to review it.");
    /** What tells no language: the library's pattern for runs fails on a text that ends in a run of them. */
    private static final Pattern BEYOND = Pattern.compile("[^\\x{0}-\\x{FFFF}]+");
    /** Commonest words that hardly occur in other languages. */
    private static final Set<String> OURS = Set.of(
            "the", "and", "of", "to", "is", "you", "for", "your", "our", "we", "with", "it", "that", "this", "are",
            "at", "be", "have", "not", "los", "las", "y", "usted", "nuestra", "nuestro", "pero", "del", "su");

    private static final int FEWEST_WORDS = 4;
    private static final int ONE_IN = 6;
    /** Of so many words one may be unknown, after the first few. */
    private static final int UNKNOWN_ONE_IN = 5;
    /** How much likelier another language must be: names and headlines look like many. */
    private static final double LIKELIER_THAN_ENGLISH = 1.4;

    private static final double LIKELIER_THAN_SPANISH = 1.2;
    /** Below are Latin letters and signs of no script, above all others. */
    private static final int FIRST_OF_OTHER_SCRIPTS = 0x250;
    /** Spoken by no reader, but near to the names of illnesses. */
    private static final String LATIN = "lat";

    private static final class Library {
        static final ThreadSafeLanguageDetectorME DETECTOR = load();

        private static ThreadSafeLanguageDetectorME load() {
            try (InputStream model = Languages.class.getResourceAsStream("/langdetect-183.bin")) {
                if (model == null) {
                    throw new IllegalStateException("no model of languages on the class path");
                }
                return new ThreadSafeLanguageDetectorME(new LanguageDetectorModel(model));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Override
    public String id() {
        return "language";
    }

    @Override
    public List<Finding> detect(Screening screening) {
        List<Token> words =
                screening.tokens().list().stream().filter(Token::isWord).toList();
        long foreign = words.stream().filter(word -> !isLatin(word)).count();
        boolean otherScript = foreign >= 2 && foreign * 5 >= words.size();
        return otherScript || (!isClearlyOurs(words) && isAnother(screening.normal()))
                ? List.of(WHY.at(id(), 0.8, List.of()))
                : List.of();
    }

    private static boolean isClearlyOurs(List<Token> words) {
        return words.size() < FEWEST_WORDS
                || words.stream().filter(word -> OURS.contains(word.key())).count() * ONE_IN >= words.size()
                || words.stream().filter(word -> !isKnown(word)).count() * UNKNOWN_ONE_IN
                        <= words.size() - FEWEST_WORDS;
    }

    /** A word of English, as far as the table of words goes, or of medicine. */
    private static boolean isKnown(Token token) {
        return NameLikelihood.TABLE.isWord(token.owner()) || MedicalWords.has(token.owner());
    }

    private static boolean isAnother(String text) {
        Language[] languages =
                Library.DETECTOR.predictLanguages(BEYOND.matcher(text).replaceAll(" "));
        String likeliest = languages[0].getLang();
        double likelihood = languages[0].getConfidence();
        return likelihood > LIKELIER_THAN_ENGLISH * likelihood(languages, "eng")
                && likelihood > LIKELIER_THAN_SPANISH * likelihood(languages, "spa")
                && !likeliest.equals(LATIN);
    }

    private static double likelihood(Language[] languages, String one) {
        return Arrays.stream(languages)
                .filter(language -> language.getLang().equals(one))
                .mapToDouble(Language::getConfidence)
                .findFirst()
                .orElse(0);
    }

    private static boolean isLatin(Token token) {
        int first = token.text().codePointAt(0);
        if (first < FIRST_OF_OTHER_SCRIPTS) {
            return true;
        }
        int script = UScript.getScript(first);
        return script == UScript.LATIN || script == UScript.COMMON || script == UScript.INHERITED;
    }
}
