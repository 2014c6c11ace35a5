package org.imprimatur.kit.oidc;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Which claim holds a person's roles, and what its values mean here.
 *
 * @param path the claim's name, with dots into nested objects, such as {@code realm_access.roles}
 * @param meanings the provider's word and our role; when empty, the provider's words are our roles
 */
public record RoleClaim(String path, Map<String, Set<String>> meanings) {

    public RoleClaim {
        if (path.isBlank()) {
            throw new IllegalArgumentException("access.oidc.roles-claim: name the claim that holds the roles");
        }
        meanings = Map.copyOf(meanings);
    }

    /** Reads {@code their-word=role, their-word=role:group}; a word may stand several times. */
    public static RoleClaim parse(String path, String meanings) {
        Map<String, Set<String>> byWord = new LinkedHashMap<>();
        for (String pair : meanings.split(",", -1)) {
            int equals = pair.lastIndexOf('=');
            if (equals > 0 && equals < pair.length() - 1) {
                byWord.computeIfAbsent(pair.substring(0, equals).strip(), word -> new TreeSet<>())
                        .add(pair.substring(equals + 1).strip());
            } else if (!pair.isBlank()) {
                throw new IllegalArgumentException(
                        "access.oidc.roles: write it as their-word=role, their-word=role:group");
            }
        }
        return new RoleClaim(path, byWord);
    }

    /** Our roles for what the token says; none when the claim is missing or of another form. */
    Set<String> in(Map<String, Object> claims) {
        Set<String> roles = new TreeSet<>();
        words(claims).forEach(word -> {
            if (meanings.isEmpty()) {
                roles.add(word);
            } else {
                roles.addAll(meanings.getOrDefault(word, Set.of()));
            }
        });
        return roles;
    }

    private Stream<String> words(Map<String, Object> claims) {
        Optional<Object> value = Optional.ofNullable(claims.get(path)).or(() -> nested(claims));
        if (value.isPresent() && value.get() instanceof Collection<?> several) {
            return several.stream().filter(String.class::isInstance).map(String.class::cast);
        }
        if (value.isPresent() && value.get() instanceof String spaced) {
            return Arrays.stream(spaced.split(" ")).filter(word -> !word.isEmpty());
        }
        return Stream.empty();
    }

    private Optional<Object> nested(Map<String, Object> claims) {
        Optional<Object> at = Optional.of(claims);
        for (String name : path.split("\\.", -1)) {
            at = at.flatMap(value ->
                    value instanceof Map<?, ?> object ? Optional.ofNullable(object.get(name)) : Optional.empty());
        }
        return at;
    }
}
