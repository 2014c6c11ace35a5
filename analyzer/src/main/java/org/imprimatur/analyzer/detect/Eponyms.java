package org.imprimatur.analyzer.detect;

import java.util.Set;
import java.util.regex.Pattern;
import org.imprimatur.analyzer.text.Token;
import org.imprimatur.analyzer.text.Tokens;

/** Names that belong to a disease, a sign or an instrument and to nobody alive, told by the word of medicine after them. */
final class Eponyms {

    private static final Set<String> NOUNS = NameWords.words("""
        syndrome syndromes disease disorder type types subtype variant sequence sign signs reflex
        score scores scale index criteria classification stage staging grade class procedure operation
        maneuver manoeuvre maneuvers manoeuvres test tests triad phenomenon effect law rule method stain
        palsy anomaly deformity malformation contracture esophagus protein bodies body cells cell catheter
        tube line drain clamp graft forceps position incision fundoplication bypass repair lesion lesions
        node nodes spots tumor tumour deficiency ataxia epilepsy trait factor point line's pouch canal duct
        gland glands curves technique approach view rods plasty nodule nodules murmur ring rings shunt
        circulation physiology pattern breathing respirations waves sinus loop space muscle ligament
        tubercle membrane valve needle retractor cannula stockings splint frame equation formula hierarchy
        virus bacillus antibody antigen titer reaction islets plexus ganglion chorea dystrophy purpura
        facies habitus nails lines fissure angle triangle contractions exercises depth criterion
        agenesis fibers wheal plaque layer granules crisis reagent agar prosthesis arthroplasty collar
        """);
    /** What befalls people too: Maria's fracture is hers. */
    private static final Set<String> INJURIES = NameWords.words("""
        fracture fractures cyst hernia ulcer gait aneurysm diverticulum angina disease's tear abscess fistula
        foot hip knee finger hand arm kidney fever dementia seizures tremor infection risk psychosis
        """);
    /** What may follow the whole name of a doctor: Sister Mary Joseph nodule. */
    private static final Set<String> AFTER_WHOLE_NAMES = NameWords.words("""
        syndrome syndromes disease sign signs reflex maneuver manoeuvre nodule nodules murmur criteria
        classification fundoplication phenomenon anomaly malformation triad esophagectomy palsy contractions
        """);
    /** How a test turned out. */
    private static final Set<String> OUTCOMES = Set.of("positive", "negative", "absent", "present", "equivocal");

    private static final Set<String> GRADES = Set.of("type", "stage", "grade", "class", "level", "score", "group");
    private static final Pattern ROMAN = Pattern.compile("[IVX]{1,4}[AaBbCc]?");
    private static final Set<String> JOINTS = Set.of("and", "or", "&", "/", ",");

    private static final Pattern ENDING = Pattern.compile(
            "\\p{L}{2,}(?:itis|osis|oses|emia|pathy|trophy|plasia|dactyly|cephaly|derma|dermia|oma|omas|plegia|esia|asia|ystrophy"
                    + "|ostomy|otomy|ectomy|oscopy|ography|plasty|uria|penia|algia|sthenia|opathies)");
    private static final Pattern ADJECTIVE =
            Pattern.compile("\\p{L}{3,}(?:al|ar|ic|ous|oid|ary|ive|ant|ed|less|ment|tion)");
    private static final int MOST_BETWEEN = 4;
    private static final int MOST_JOINED = 8;

    private Eponyms() {}

    /** Whether the name from {@code start} to {@code to} names a thing of medicine, or is a part of such a name. */
    static boolean isOne(Tokens tokens, int start, int to) {
        int end = to;
        while (end < tokens.size() && tokens.get(end).joined()) {
            end++;
        }
        boolean given = isGivenName(tokens, start, end);
        if (given && tokens.key(end - 1).endsWith("'s")) {
            return false;
        }
        if (isWholeName(tokens, start, end)) {
            return isBeside(tokens, end) && namesByItself(tokens, end);
        }
        return isOfDiseases(tokens, start, end)
                || namesThing(tokens, end, given)
                || (!given && (isJudged(tokens, end) || isGraded(tokens, end)))
                || (!(given && end - start == 1) && isOneOfSome(tokens, end));
    }

    private static boolean namesByItself(Tokens tokens, int end) {
        boolean kind = tokens.key(end).equals("type")
                && !(end + 1 < tokens.size() && tokens.get(end + 1).isNumber());
        boolean joint = JOINTS.contains(tokens.key(end))
                && isBeside(tokens, end + 1)
                && tokens.get(end + 1).isCapitalised();
        return kind
                || AFTER_WHOLE_NAMES.contains(tokens.key(end))
                || (joint && AFTER_WHOLE_NAMES.contains(tokens.key(end + 2)));
    }

    /** A word of medicine that is nobody's frequent name, or names that diseases are called by, such as "Stein-Leventhal". */
    private static boolean isOfDiseases(Tokens tokens, int start, int end) {
        if (end - start == 1) {
            String word = tokens.get(start).owner();
            return MedicalWords.has(word)
                    && NameLikelihood.TABLE.given(word) < 2
                    && NameLikelihood.TABLE.family(word) < 2;
        }
        for (int i = start + 1; i < end; i++) {
            if (!tokens.get(i).joined()
                    || !MedicalWords.has(tokens.key(i - 1) + "-" + tokens.get(i).owner())) {
                return false;
            }
        }
        return true;
    }

    /** "Fitzpatrick skin type IV". */
    private static boolean isGraded(Tokens tokens, int end) {
        for (int i = end; i < end + 2 && isBeside(tokens, i); i++) {
            if (GRADES.contains(tokens.key(i))) {
                return i + 1 < tokens.size()
                        && (tokens.get(i + 1).isNumber()
                                || ROMAN.matcher(tokens.get(i + 1).text()).matches());
            }
        }
        return false;
    }

    private static boolean namesThing(Tokens tokens, int end, boolean given) {
        for (int i = end; i < tokens.size() && i < end + MOST_BETWEEN; i++) {
            Token token = tokens.get(i);
            if (!isBeside(tokens, i) || !token.isWord()) {
                return false;
            }
            String key = token.owner();
            if (NOUNS.contains(key)
                    || (!token.isCapitalised() && ENDING.matcher(key).matches())) {
                return true;
            }
            if (INJURIES.contains(key)) {
                return !given;
            }
            if (!token.isCapitalised() && (given || !ADJECTIVE.matcher(key).matches())) {
                return false;
            }
        }
        return false;
    }

    /** "McMurray positive, Lachman negative". */
    private static boolean isJudged(Tokens tokens, int end) {
        return isBeside(tokens, end)
                && OUTCOMES.contains(tokens.key(end))
                && !tokens.key(end + 1).equals("for");
    }

    /** "Kernig, Brudzinski and Lasegue signs": what names the last of them names all. */
    private static boolean isOneOfSome(Tokens tokens, int end) {
        int i = end;
        while (i + 1 < tokens.size()
                && i < end + MOST_JOINED
                && JOINTS.contains(tokens.key(i))
                && tokens.get(i + 1).isCapitalised()) {
            boolean last = !tokens.key(i).equals(",");
            if (last && (namesThing(tokens, i + 2, false) || isJudged(tokens, i + 2))) {
                return true;
            }
            i += 2;
        }
        return false;
    }

    private static boolean isBeside(Tokens tokens, int i) {
        return i < tokens.size()
                && tokens.get(i).sentence() == tokens.get(i - 1).sentence()
                && tokens.get(i).start() - tokens.get(i - 1).end() <= 1;
    }

    /** A given name and a family name, as people have them. */
    private static boolean isWholeName(Tokens tokens, int start, int end) {
        return end - start > 1
                && !tokens.get(start + 1).joined()
                && NameLikelihood.TABLE.given(tokens.get(start).owner()) >= 2
                && !NameLikelihood.TABLE.isWord(tokens.get(end - 1).owner());
    }

    private static boolean isGivenName(Tokens tokens, int start, int end) {
        return end - start > 1
                ? !tokens.get(start + 1).joined()
                : NameLikelihood.TABLE.given(tokens.get(start).owner()) >= 2;
    }
}
