package org.imprimatur.analyzer.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.imprimatur.analyzer.text.Match;
import org.imprimatur.analyzer.text.Token;
import org.imprimatur.analyzer.text.Tokens;

/** Whole names of diseases, tests and treatments, to be shown to a reviewer; nothing is decided by them. */
final class Ailments {

    private static final Pattern ENDING = Pattern.compile(
            "\\p{L}{2,}(?:itis|osis|aemia|emia|opathy|algia|ectomy|oscopy|plasty|ography|cardiogram|plegia|rrhea|uria|thyroidism"
                    + "|tension|cardia|pnea|penia|megaly|noma|sarcoma|lymphoma|philia|phasia|cillin|statin|prazole|sartan|olol|pril|dipine)");
    private static final Set<String> ORDINARY = Set.of("tension", "intension", "extension", "pretension", "academia");
    private static final Set<String> HEADS = NameWords.words("""
        disease disorder syndrome fibrillation reflux dystrophy mellitus deficiency attack transplant
        fracture infection cancer surgery therapy count panel biopsy stroke pain injury failure donor
        replacement rehab treatment withdrawal scan mri ct ultrasound test screen culture imaging exam
        inhaler injection infusion ointment tablets capsules vaccine
        """);
    /** After an image they tell of what. */
    private static final Set<String> ORGANS = NameWords.words("""
        brain head neck chest abdomen pelvis spine knee hip shoulder ankle wrist hand foot heart liver
        kidneys breast sinuses angiogram angiography
        """);

    private static final Set<String> IMAGES = NameWords.words("""
        mri ct scan ray xray ultrasound mra pet echo doppler
        """);
    private static final Set<String> SMALL = NameWords.words("""
        the a an of in with for and or on to at by from is was are were has had have got get gets that
        this these it its she he they we you i who our your my after before during if as about than
        into when de la el los las con por en un una del su y no not be been needs need will can
        against through beat finished started free like any all
        """);
    /** Metoprolol 25 mg. */
    private static final Set<String> DOSES = Set.of("mg", "mcg", "ml", "units", "mgs", "iu", "µg");

    private Ailments() {}

    /** From left to right, none inside another. */
    static List<Match> in(Tokens tokens, List<Match> known) {
        int[] endAt = new int[tokens.size()];
        for (Match match : known) {
            endAt[match.start()] = Math.max(endAt[match.start()], match.end());
        }
        List<Match> found = new ArrayList<>();
        int free = 0;
        for (int i = 0; i < tokens.size(); i++) {
            int dose = doseEnd(tokens, i);
            int end = dose < 0 ? endAt(tokens, i, endAt) : -1;
            if (i < free || (end < 0 && dose < 0)) {
                continue;
            }
            int start = dose < 0 ? beginning(tokens, i, free) : i;
            while (end > 0 && end < tokens.size() && follows(tokens, end)) {
                int further = isOrganSeen(tokens, end) ? end + 1 : endAt(tokens, end, endAt);
                if (further <= end) {
                    break;
                }
                end = further;
            }
            free = Math.max(end, dose);
            found.add(new Match(start, free, start, free));
        }
        return found;
    }

    private static int endAt(Tokens tokens, int i, int[] known) {
        return known[i] > 0 ? known[i] : isAilment(tokens, i) ? i + 1 : -1;
    }

    /** MRI brain, CT chest abdomen. */
    private static boolean isOrganSeen(Tokens tokens, int i) {
        String before = tokens.key(i - 1);
        return ORGANS.contains(tokens.key(i)) && (IMAGES.contains(before) || ORGANS.contains(before));
    }

    private static boolean follows(Tokens tokens, int i) {
        return tokens.get(i).start() - tokens.get(i - 1).end() <= 1
                && tokens.get(i).sentence() == tokens.get(i - 1).sentence();
    }

    private static boolean isAilment(Tokens tokens, int i) {
        Token token = tokens.get(i);
        return token.isWord()
                && (HEADS.contains(token.key())
                        || (ENDING.matcher(token.key()).matches() && !ORDINARY.contains(token.key())));
    }

    /** A capitalised word and how much of it. */
    private static int doseEnd(Tokens tokens, int i) {
        if (i + 1 >= tokens.size()
                || !tokens.get(i).isWord()
                || !tokens.get(i + 1).isNumber()) {
            return -1;
        }
        String amount = tokens.key(i + 1);
        boolean joined = amount.length() > 2 && DOSES.contains(amount.replaceFirst("^\\d+", ""));
        return joined ? i + 2 : DOSES.contains(tokens.key(i + 2)) ? i + 3 : -1;
    }

    /** Up to three words before it that tell which, such as "chronic kidney" before "disease". */
    private static int beginning(Tokens tokens, int at, int free) {
        int start = at;
        while (start > free && at - start < 3) {
            Token before = tokens.get(start - 1);
            boolean telling = before.isWord()
                    ? !SMALL.contains(before.key())
                    : before.isNumber() && before.text().length() == 1;
            if (!follows(tokens, start) || !telling) {
                break;
            }
            start--;
        }
        return start;
    }
}
