package org.imprimatur.analyzer.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.imprimatur.analyzer.text.Tokens;
import org.junit.jupiter.api.Test;

class NameTaggerTest {

    @Test
    void namesOfManyCountriesAreFound() {
        for (String name :
                List.of("Agnieszka Wróblewska", "Temesgen Alemu", "Jukka Rautio", "Marisol Etcheverry", "Hao Nguyen")) {
            assertThat(people("I spoke with " + name + " about the invoice.")).containsExactly(name);
        }
    }

    @Test
    void placesFirmsAndPlainWordsAreNotPeople() {
        for (String text : List.of(
                "We moved here from Portugal last year.",
                "Slovenia was lovely in May.",
                "Learn more about Heart Disease today.",
                "I work at Brightwater Systems Inc. in Ohio.")) {
            assertThat(people(text)).isEmpty();
        }
    }

    @Test
    void initialsAndSmallWordsStayInsideAName() {
        assertThat(people("The key is with Maria T. Okafor and Pieter van der Berg."))
                .containsExactly("Maria T. Okafor", "Pieter van der Berg");
    }

    private static List<String> people(String text) {
        Tokens tokens = Tokens.of(text);
        return NameSpotter.spot(tokens, Links.in(text)).people().stream()
                .map(person -> text.substring(
                        tokens.get(person.start()).start(),
                        tokens.get(person.end() - 1).end()))
                .toList();
    }
}
