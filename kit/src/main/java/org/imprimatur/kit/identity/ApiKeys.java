package org.imprimatur.kit.identity;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.type.TypeReference;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.imprimatur.kit.settings.Secret;
import org.jspecify.annotations.Nullable;

/**
 * The keys with which programs sign in: a YAML file of SHA-256 hashes that only its owner reads.
 *
 * <p>A key is 256 random bits behind {@code imp_}, so a fast hash protects it as well as a slow one would. The file may
 * be changed while the program runs: a key removed there is refused at the next request. Safe for several threads.
 */
public final class ApiKeys {

    private static final String PREFIX = "imp_";
    private static final int SHOWN = 12;

    private final CredentialFile<Entry> file;
    private final InstantSource clock;
    private final Tokens tokens = new Tokens();

    /** One key as the file holds it, under its hash; files of earlier versions have only owner and roles. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Entry(
            String owner,
            List<String> roles,
            @Nullable String label,
            @Nullable List<String> routes,
            @Nullable String expires) {

        KeyScope scope() {
            return new KeyScope(
                    owner,
                    Set.copyOf(roles),
                    label == null ? "" : label,
                    routes == null ? KeyScope.EVERY_ROUTE : Set.copyOf(routes),
                    Optional.ofNullable(expires).map(Instant::parse));
        }
    }

    /** A key as lists show it: by the first digits of its hash. */
    public record Listed(String id, KeyScope scope) {}

    /** The file need not exist yet; {@link #create} makes it. */
    public ApiKeys(Path path) {
        this(path, InstantSource.system());
    }

    ApiKeys(Path path, InstantSource clock) {
        this.file = new CredentialFile<>(path, new TypeReference<Map<String, Entry>>() {});
        this.clock = clock;
    }

    /** Makes a key that acts as {@code ownerId} under {@code /v1} and never expires; it is shown this once. */
    public Secret create(String ownerId, Set<String> roles) {
        return create(new KeyScope(ownerId, roles, "", KeyScope.EVERY_ROUTE, Optional.empty()));
    }

    /** Makes a key of this scope; it is shown this once and kept nowhere. */
    public Secret create(KeyScope scope) {
        String key = PREFIX + tokens.token();
        file.put(
                Tokens.hash(key),
                new Entry(
                        scope.owner(),
                        List.copyOf(new TreeSet<>(scope.roles())),
                        scope.label(),
                        List.copyOf(new TreeSet<>(scope.routes())),
                        scope.expires().map(Instant::toString).orElse(null)));
        return Secret.of(key);
    }

    /**
     * Who the key acts as on this path; empty when it is unknown, over, or not for that path. Finding it by hash tells an
     * attacker's clock nothing of the key.
     */
    public Optional<Identity> verify(String key, String path) {
        return Optional.ofNullable(file.read().get(Tokens.hash(key)))
                .map(Entry::scope)
                .filter(scope -> scope.allows(path) && !scope.isOver(clock.instant()))
                .map(scope -> new Identity(scope.owner(), scope.roles()));
    }

    /** Every key there is, by its owner. */
    public List<Listed> list() {
        return new TreeMap<>(file.read())
                .entrySet().stream()
                        .map(entry -> new Listed(
                                entry.getKey().substring(0, SHOWN),
                                entry.getValue().scope()))
                        .sorted(java.util.Comparator.comparing(
                                listed -> listed.scope().owner()))
                        .toList();
    }

    /** Ends the key that lists show by this id, at its next request; says whether there was one. */
    public boolean revoke(String id) {
        List<String> hashes = file.read().keySet().stream()
                .filter(hash -> id.length() == SHOWN && hash.startsWith(id))
                .toList();
        hashes.forEach(file::remove);
        return !hashes.isEmpty();
    }
}
