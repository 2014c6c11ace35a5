package org.imprimatur.kit.identity;

import com.fasterxml.jackson.core.type.TypeReference;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.imprimatur.kit.settings.Secret;

/**
 * The accounts of a small installation: a YAML file of Argon2id hashes that only its owner reads.
 *
 * <p>The file may be changed while the program runs: an account removed there is gone at the next request. Safe for
 * several threads.
 */
public final class LocalAccounts {

    private static final int LONGEST_PASSWORD = 1024;

    private final CredentialFile<Entry> file;
    private final Tokens tokens = new Tokens();
    private final PasswordHash nobody = PasswordHash.ofNobody(tokens.random());

    /** One account as the file holds it. */
    record Entry(List<String> roles, String password) {}

    /** The file need not exist yet; {@link #create} makes it. */
    public LocalAccounts(Path path) {
        this.file = new CredentialFile<>(path, new TypeReference<Map<String, Entry>>() {});
    }

    /** Makes an account and returns its random password, which is kept nowhere; refuses an id that is taken. */
    public Secret create(String id, Set<String> roles) {
        Identity identity = new Identity(id, roles);
        if (find(id).isPresent()) {
            throw new IllegalStateException("There is an account " + id + " already.");
        }
        String password = tokens.password();
        String hash = PasswordHash.of(password, tokens.random()).phc();
        file.put(id, new Entry(List.copyOf(new TreeSet<>(identity.roles())), hash));
        return Secret.of(password);
    }

    /** Every account, in the order of their ids. */
    public List<Identity> list() {
        return new TreeMap<>(file.read())
                .entrySet().stream()
                        .map(entry -> identity(entry.getKey(), entry.getValue()))
                        .toList();
    }

    /** Gives the account these roles in place of what it had; they count from its next request on. */
    public void assign(String id, Set<String> roles) {
        Identity identity = new Identity(id, roles);
        file.put(
                id,
                new Entry(
                        List.copyOf(new TreeSet<>(identity.roles())),
                        existing(id).password()));
    }

    /** Gives the account a new random password, which is kept nowhere; the old one is refused from now on. */
    public Secret renewPassword(String id) {
        String password = tokens.password();
        file.put(
                id,
                new Entry(
                        existing(id).roles(),
                        PasswordHash.of(password, tokens.random()).phc()));
        return Secret.of(password);
    }

    /** Removes the account; its sessions are nobody's from the next request on. */
    public void remove(String id) {
        file.remove(id);
    }

    public boolean isEmpty() {
        return file.read().isEmpty();
    }

    /** The account of that id with its present roles. */
    public Optional<Identity> find(String id) {
        return entry(id).map(entry -> identity(id, entry));
    }

    /** The identity when the password is right; an unknown id takes as long as a wrong password. */
    public Optional<Identity> verify(String id, String password) {
        Optional<Entry> entry = entry(id);
        PasswordHash hash = entry.map(Entry::password).map(PasswordHash::parse).orElse(nobody);
        boolean right = password.length() <= LONGEST_PASSWORD && hash.matches(password);
        return right ? entry.map(found -> identity(id, found)) : Optional.empty();
    }

    private Entry existing(String id) {
        return entry(id).orElseThrow(() -> new IllegalStateException("There is no account " + id + "."));
    }

    private Optional<Entry> entry(String id) {
        return Optional.ofNullable(file.read().get(id));
    }

    private static Identity identity(String id, Entry entry) {
        return new Identity(id, Set.copyOf(entry.roles()));
    }
}
