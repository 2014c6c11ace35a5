package org.imprimatur.kit.identity;

import com.fasterxml.jackson.core.type.TypeReference;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.imprimatur.kit.settings.Secret;

/**
 * The keys with which programs sign in: a YAML file of SHA-256 hashes that only its owner reads.
 *
 * <p>A key is 256 random bits behind {@code imp_}, so a fast hash protects it as well as a slow one would. The file may
 * be changed while the program runs: a key removed there is refused at the next request. Safe for several threads.
 */
public final class ApiKeys {

    private static final String PREFIX = "imp_";

    private final CredentialFile<Entry> file;
    private final Tokens tokens = new Tokens();

    /** One key as the file holds it, under its hash. */
    record Entry(String owner, List<String> roles) {}

    /** The file need not exist yet; {@link #create} makes it. */
    public ApiKeys(Path path) {
        this.file = new CredentialFile<>(path, new TypeReference<Map<String, Entry>>() {});
    }

    /** Makes a key that acts as {@code ownerId}; it is shown this once and kept nowhere. */
    public Secret create(String ownerId, Set<String> roles) {
        Identity owner = new Identity(ownerId, roles);
        String key = PREFIX + tokens.token();
        file.put(Tokens.hash(key), new Entry(owner.id(), List.copyOf(new TreeSet<>(owner.roles()))));
        return Secret.of(key);
    }

    /** Who the key acts as; empty when it is unknown. Finding it by hash tells an attacker's clock nothing of the key. */
    public Optional<Identity> verify(String key) {
        return Optional.ofNullable(file.read().get(Tokens.hash(key)))
                .map(entry -> new Identity(entry.owner(), Set.copyOf(entry.roles())));
    }
}
