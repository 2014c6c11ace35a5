package org.imprimatur.publisher.connectors;

import java.net.URI;
import java.util.List;
import java.util.Set;
import org.imprimatur.kit.settings.Secret;

/**
 * Where an account lives and what opens it.
 *
 * @param url of the platform's server, without the path of an API; https, or http on this machine itself
 * @param handle its name there; may be empty where the secret alone names it
 * @param secret token or app password
 * @param languages BCP 47, of what is published there; at most 3
 */
public record PlatformAccount(URI url, String handle, Secret secret, List<String> languages) {
    private static final int MOST_LANGUAGES = 3;
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    public PlatformAccount {
        languages = List.copyOf(languages);
        boolean open = "https".equals(url.getScheme())
                || ("http".equals(url.getScheme()) && THIS_MACHINE.contains(String.valueOf(url.getHost())));
        if (!open || url.getHost() == null) {
            throw new IllegalArgumentException("an account's url is https with a host");
        }
        if (languages.size() > MOST_LANGUAGES) {
            throw new IllegalArgumentException("an account names at most " + MOST_LANGUAGES + " languages");
        }
    }

    /** Whether an address is on the same server, or on another one of its domain. */
    boolean isOf(URI address) {
        String host = String.valueOf(address.getHost());
        return url.getScheme().equals(address.getScheme())
                && (host.equals(url.getHost()) || domain(host).equals(domain(String.valueOf(url.getHost()))))
                && !domain(host).isEmpty();
    }

    /** The last two names, such as example.org; empty for an address in numbers. */
    private static String domain(String host) {
        String[] names = host.split("\\.", -1);
        boolean named = names.length >= 2
                && !names[names.length - 1].isEmpty()
                && Character.isLetter(names[names.length - 1].charAt(0));
        return named ? names[names.length - 2] + "." + names[names.length - 1] : host;
    }

    /** The address of {@code path}, which begins with a slash. */
    public URI at(String path) {
        String base = url.toString();
        return URI.create((base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path);
    }
}
