package org.imprimatur.standalone.first;

import java.util.List;
import java.util.Optional;
import org.imprimatur.kit.settings.Secret;

/** The passwords and the key of the first start, as they are shown to the person who started it. */
public record SignInSheet(List<Line> people, String keyOwner, Secret key) {

    private static final String KEY = "API key of ";
    private static final String RULE = "═".repeat(78);

    /** One person: the name to sign in with, the password, and what the person may do. */
    public record Line(String id, Secret password, String roles) {}

    public SignInSheet {
        people = List.copyOf(people);
    }

    /** The sheet as it is printed; {@code console} and {@code api} are such as {@code http://localhost:8080}. */
    public String text(String console, String api) {
        StringBuilder text = new StringBuilder();
        text.append(RULE).append("\n  Imprimatur's console: ").append(console).append("\n\n");
        text.append("  %-10s %-28s %s%n".formatted("sign in as", "password", "may act as"));
        people.forEach(person -> text.append(
                "  %-10s %-28s %s%n".formatted(person.id(), person.password().reveal(), person.roles())));
        text.append("\n  ")
                .append(KEY)
                .append(keyOwner)
                .append(": ")
                .append(key.reveal())
                .append("\n\n");
        text.append("  Send a draft and look at what became of it:\n\n")
                .append(curl(api))
                .append('\n');
        return text.append(RULE).append('\n').toString();
    }

    private String curl(String api) {
        return """
                curl -s %s/v1/drafts -H 'Authorization: Bearer %s' \\
                  -H 'Content-Type: application/json' -H "Idempotency-Key: $(date +%%s%%N)" \\
                  -d '{"account": "larkspur-main", "text": "Our lab is open on Saturdays from 8 to noon."}'
                """.formatted(api, key.reveal());
    }

    /** The key in a sheet's text, for a first start that was killed before the samples were sent. */
    static Optional<Secret> keyIn(String text) {
        return text.lines()
                .map(String::strip)
                .filter(line -> line.startsWith(KEY))
                .map(line -> line.substring(line.lastIndexOf(' ') + 1))
                .map(Secret::of)
                .findFirst();
    }
}
