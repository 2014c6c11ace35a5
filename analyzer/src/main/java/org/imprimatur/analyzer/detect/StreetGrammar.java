package org.imprimatur.analyzer.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** How places to live are written: streets of several countries, boxes, and what follows "my address is". */
final class StreetGrammar {

    private static final String SUFFIX =
            "(?:Street|St|Avenue|Ave|Road|Rd|Drive|Dr|Lane|Ln|Boulevard|Blvd|Court|Ct|Circle|Cir|Terrace|Ter|Way"
                    + "|Place|Pl|Highway|Hwy|Trail|Loop|Alley|Parkway|Pkwy|Route|Square|Sq|Crescent|Close|Row)";
    private static final String WORD = "[\\p{L}\\d'.&-]{1,25}+";
    private static final String UNIT =
            "(?:Suite|Ste|Apt|Apartment|Unit|Lot|Floor|Piso|Depto|Departamento)\\b\\.? ?#?\\d{1,5}[A-Z]?\\b";
    private static final String FIRST = "(?<![\\w$.,/:-])\\d{1,5}(?:-\\d{1,4}|/\\d{1,3})?[A-Z]?";

    /** 12 North Heron Street, Apt 4. */
    private static final Pattern ENGLISH = Pattern.compile(
            "(?<![\\w$.-])\\d{1,5}(?:-\\d{1,4})?[A-Z]?\\s(?:[NSEW]\\.?\\s|North |South |East |West )?"
                    + "(?:(?:[A-Z][\\w']{1,20}|\\d{1,3}(?:st|nd|rd|th))\\s){1,3}" + SUFFIX
                    + "\\b\\.?(?:,? (?:#|Apt\\.?|Unit|Apartment|Lot|Suite|Ste\\.?) ?\\w{1,5})?(?:,\\s(?:[A-Z][\\w.']{1,20}+ ?){1,3},? [A-Z]{2}\\b(?: \\d{5}(?:-\\d{4})?)?)?");
    /** 34 Lange Gracht 5, Suite 12. */
    private static final Pattern WITH_UNIT = Pattern.compile(
            FIRST + "\\s(?:" + WORD + "[,\\s]{1,3}+){1,6}?" + UNIT, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern BOX = Pattern.compile(
            "\\bP\\.? ?O\\.? ?Box \\d{1,6}\\b|\\b(?:PSC|CMR|Unit) \\d{1,5},? Box \\d{1,5}\\b|\\b(?:APO|FPO|DPO),? A[AEP] \\d{5}\\b",
            Pattern.CASE_INSENSITIVE);
    /** Calle Mayor 5, 12 rue des Lilas, Lindenstraße 8, ul. Polna 3. */
    private static final Pattern FOREIGN = Pattern.compile(
            "(?:\\d{1,4},? )?\\b(?:Calle|Avenida|Av\\.|Carrer|Paseo|Camino|Rua|Rue|Via|Viale|Piazza|Strada|Ulica|ul\\.|Ulitsa"
                    + "|Chemin|Boulevard) (?:[\\p{L}'.-]{1,20}+ ){0,4}?[\\p{L}'.-]{2,20}+,? (?:No\\.? ?|n\\.º ?)?\\d{1,4}\\b"
                    + "|\\b\\d{1,4},? (?:Calle|Avenida|Rua|Rue|Via|Viale|Piazza|Ulica|ul\\.|Chemin) (?:\\p{L}{1,12} ){0,3}?\\p{Lu}[\\p{L}'-]{2,20}+"
                    + "|\\b\\p{Lu}[\\p{L} -]{2,25}?(?i:straße|strasse|weg|gasse|platz|allee|straat|laan|gracht|plein|vägen|gatan|gränd|vej|vegur|gade"
                    + "|veien|vegen|gata|katu|kuja|polku|utca|körút)\\s\\d{1,4}[a-z]?\\b");
    /** My address is 4 Lower Mill; lives at Lower Mill 4. */
    private static final Pattern TOLD = Pattern.compile(
            "\\b(?i:address(?:es)?(?: here)?(?: is| are|:| to)?|(?:live|lives|lived|living) (?:at|on)|(?:moved?|ship|deliver|mail|sent?|taxi"
                    + "|ride|cab|return|drive|invited) (?:it |them |this )?to|(?:office|house|home|apartment|party) is (?:at|in)|meet(?: me| us|ing)?"
                    + " (?:you )?(?:at|on)|dirección(?: es)?:?|domicilio:?|vive en|vivo en)\\b"
                    + "[ :,]{1,3}(?:\\p{Ll}[\\p{L} ]{0,25}?[ :,]{1,2})?"
                    + "(" + FIRST + " (?:\\p{Lu}[\\p{L}'.-]{1,20}+,? ?){1,4}(?:\\d{1,5}\\b)?"
                    + "|(?:\\p{Lu}[\\p{L}'.-]{1,20}+ ){1,4}\\d{1,4}\\b(?! ?(?:a\\.?m|p\\.?m|o'clock|people|years)))");

    private StreetGrammar() {}

    /** A piece of text; UTF-16 offsets, half-open. */
    record Piece(int start, int end) {}

    /** None inside another. */
    static List<Piece> in(NearDigits text) {
        List<Piece> pieces = new ArrayList<>();
        for (Pattern pattern : List.of(WITH_UNIT, ENGLISH, BOX, FOREIGN, TOLD)) {
            text.find(pattern, match -> {
                int group = match.groupCount();
                Piece piece = new Piece(match.start(group), match.end(group));
                if (pieces.stream().noneMatch(other -> piece.start() < other.end() && other.start() < piece.end())) {
                    pieces.add(piece);
                }
            });
        }
        return pieces;
    }
}
