package org.imprimatur.analyzer.detect;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.imprimatur.analyzer.crowd.Surroundings;
import org.imprimatur.analyzer.organization.Facility;
import org.imprimatur.analyzer.organization.Organization;
import org.imprimatur.analyzer.organization.Town;
import org.imprimatur.analyzer.text.Phrases;
import org.imprimatur.analyzer.text.Token;
import org.imprimatur.analyzer.text.Tokens;

/** An organization with its allow-lists compiled; build it once and use it for every draft. Immutable, thread-safe. */
public final class KnownOrganization {

    private final Organization organization;
    private final Set<String> phones;
    private final Set<String> sites;
    private final Set<String> emails;
    private final Set<String> handles;
    private final Phrases places;
    private final Phrases towns;
    private final Set<String> placeWords;
    private final Directory directory;
    private final List<Set<String>> claims;
    private final Counterpart counterpart;
    private final Surroundings surroundings;

    private KnownOrganization(Organization organization) {
        this.organization = organization;
        this.phones = both(
                        organization.own().phones(),
                        organization.publicServices().phones())
                .map(KnownOrganization::phoneKey)
                .collect(Collectors.toUnmodifiableSet());
        this.sites = both(
                        organization.own().sites(),
                        organization.publicServices().sites())
                .map(site -> site.toLowerCase(Locale.ROOT).replaceFirst("^(https?://)?(www\\.)?", ""))
                .map(site -> site.replaceFirst("/.*$", ""))
                .collect(Collectors.toUnmodifiableSet());
        this.emails = both(
                        organization.own().emails(),
                        organization.publicServices().emails())
                .map(email -> email.toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
        this.handles = both(
                        organization.own().handles(),
                        organization.publicServices().handles())
                .map(handle -> handle.toLowerCase(Locale.ROOT).replaceFirst("^@", ""))
                .collect(Collectors.toUnmodifiableSet());
        this.places = Phrases.of(placeNames(organization), Map.of());
        this.placeWords = Stream.concat(placeNames(organization).stream(), townNames(organization).stream())
                .flatMap(name -> Stream.of(name.split(" ", -1)))
                .filter(word -> word.length() > 2 && (word.length() > 3 || !NameLikelihood.TABLE.isWord(word)))
                .collect(Collectors.toUnmodifiableSet());
        this.towns = Phrases.of(townNames(organization), Map.of());
        this.directory = Directory.of(organization.staff());
        this.claims = organization.approvedClaims().stream()
                .map(claim -> tellingWords(claim.claim()))
                .filter(words -> !words.isEmpty())
                .toList();
        this.counterpart = Counterpart.of(organization);
        this.surroundings = Surroundings.of(organization);
    }

    public static KnownOrganization of(Organization organization) {
        return new KnownOrganization(organization);
    }

    public Organization organization() {
        return organization;
    }

    /** Nothing is known of it but its name. */
    boolean isUnknown() {
        return organization.equals(Organization.empty(organization.name()));
    }

    /** Own number, or that of a public service; punctuation and country code don't matter. */
    boolean ownsPhone(String number) {
        return phones.contains(phoneKey(number));
    }

    /** Own site or a public one, subdomains included. */
    boolean ownsSite(String host) {
        String name = host.toLowerCase(Locale.ROOT).replaceFirst("^www\\.", "");
        while (!name.isEmpty()) {
            if (sites.contains(name)) {
                return true;
            }
            int dot = name.indexOf('.');
            name = dot < 0 ? "" : name.substring(dot + 1);
        }
        return false;
    }

    /** A listed address; any address at one of the own sites is held to be a role's, unless it looks like a person's. */
    boolean ownsEmail(String email) {
        return emails.contains(email.toLowerCase(Locale.ROOT));
    }

    boolean ownsHandle(String handle) {
        return handles.contains(handle.toLowerCase(Locale.ROOT).replaceFirst("^@", ""));
    }

    /** Names of own facilities, known places and partners, which may look like people. */
    Phrases places() {
        return places;
    }

    /** Single words of those names that are no ordinary words, such as a donor's family name. */
    Set<String> placeWords() {
        return placeWords;
    }

    /** Towns nearby, so small that they help to single somebody out. */
    Phrases towns() {
        return towns;
    }

    /** Those towns and what lies around them, with how many people live there. */
    Surroundings surroundings() {
        return surroundings;
    }

    Directory directory() {
        return directory;
    }

    /** Whether a draft says what an approved claim says: most of the claim's numbers and long words stand in it. */
    boolean statesApprovedClaim(Tokens tokens) {
        Set<String> words = tokens.list().stream().map(Token::key).collect(Collectors.toSet());
        return claims.stream()
                .anyMatch(claim -> claim.stream().filter(words::contains).count() * 10 >= claim.size() * 6L);
    }

    /** Own sentences that a draft must not contradict. */
    Counterpart counterpart() {
        return counterpart;
    }

    private static Set<String> tellingWords(String claim) {
        return Tokens.of(claim).list().stream()
                .filter(token ->
                        token.isNumber() || (token.isWord() && token.key().length() > 3))
                .map(Token::key)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String phoneKey(String number) {
        String digits = PhoneNumberUtil.normalizeDigitsOnly(PhoneNumberUtil.convertAlphaCharactersInNumber(number));
        return digits.length() == 11 && digits.startsWith("1") ? digits.substring(1) : digits;
    }

    private static Stream<String> both(List<String> one, List<String> other) {
        return Stream.concat(one.stream(), other.stream());
    }

    private static List<String> placeNames(Organization organization) {
        Set<String> names = new HashSet<>();
        Stream<String> given = Stream.of(
                        Stream.of(organization.name(), organization.shortName(), organization.county()),
                        organization.placesAndPartners().stream(),
                        organization.facilities().stream()
                                .flatMap(facility -> Stream.of(facility.name(), facility.shortName())))
                .flatMap(name -> name);
        given.forEach(name -> addName(names, name));
        organization.facilities().stream()
                .map(Facility::address)
                .map(address -> address.replaceFirst(",.*$", ""))
                .filter(address -> address.matches("\\d+ .*"))
                .forEach(street -> addName(names, street.replaceFirst("^\\d+ ", "")));
        return List.copyOf(names);
    }

    /** The name without its remark in brackets; every name of two words also without "the". */
    private static void addName(Set<String> names, String name) {
        String bare = name.replaceFirst("\\s*\\(.*$", "");
        String phrase = phrase(bare);
        if (!phrase.isEmpty()) {
            names.add(phrase);
        }
        String[] words = phrase.split(" ", -1);
        if (words.length > 2) {
            names.add(words[0] + " " + words[1]);
        }
    }

    private static List<String> townNames(Organization organization) {
        List<String> names = new ArrayList<>();
        Stream.concat(
                        Stream.concat(
                                Stream.of(organization.town()),
                                organization.facilities().stream().map(KnownOrganization::townOf)),
                        organization.towns().stream().map(Town::name))
                .map(KnownOrganization::phrase)
                .filter(name -> !name.isEmpty())
                .forEach(names::add);
        return names;
    }

    /** The town of an address such as "1 Main Street, Springfield, OR 97398". */
    private static String townOf(Facility facility) {
        String[] parts = facility.address().split(",", -1);
        return parts.length < 3 ? "" : parts[parts.length - 2];
    }

    /** A name as a phrase: its words, with a full stop allowed after each abbreviation. */
    static String phrase(String name) {
        return Tokens.of(name).list().stream()
                .filter(token -> token.isWord() || token.isNumber())
                .map(Token::key)
                .map(key -> key.length() <= 3 ? key + " .?" : key)
                .collect(Collectors.joining(" "))
                .replaceFirst(" \\.\\?$", "");
    }
}
