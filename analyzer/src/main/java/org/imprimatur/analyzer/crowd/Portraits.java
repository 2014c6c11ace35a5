package org.imprimatur.analyzer.crowd;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.imprimatur.analyzer.text.Match;
import org.imprimatur.analyzer.text.Tokens;

/** Reads a portrait out of the sentences of a draft in which somebody is spoken of. */
public final class Portraits {

    private static final Set<String> FROM =
            Set.of("from", "in", "of", "across", "near", "at", "by", "de", "en", "around", "for");
    private static final Set<String> OURS = Set.of("our", "ours", "local", "nuestro", "nuestra", "the", "el", "la");
    private static final Set<String> ONLY = Set.of("only", "first", "youngest", "oldest", "unica", "unico");
    private static final Set<String> ARTICLE = Set.of("the", "our", "la", "el", "county's", "state's", "town's");
    private static final Map<String, Integer> DAYS = Map.ofEntries(
            Map.entry("today", 7),
            Map.entry("yesterday", 7),
            Map.entry("tonight", 7),
            Map.entry("overnight", 7),
            Map.entry("ayer", 7),
            Map.entry("anoche", 7),
            Map.entry("weekend", 7),
            Map.entry("monday", 7),
            Map.entry("tuesday", 7),
            Map.entry("wednesday", 7),
            Map.entry("thursday", 7),
            Map.entry("friday", 7),
            Map.entry("saturday", 7),
            Map.entry("sunday", 7),
            Map.entry("week", 14),
            Map.entry("semana", 14),
            Map.entry("month", 31),
            Map.entry("spring", 92),
            Map.entry("summer", 92),
            Map.entry("fall", 92),
            Map.entry("winter", 92));

    private final Tokens tokens;
    private final Surroundings around;
    private final List<Match> names;
    private final List<Match> occupations;
    private final Set<AgeBand> exact = new HashSet<>();
    private final Set<AgeBand> bands = new HashSet<>();
    private final Set<Sex> sexes = EnumSet.noneOf(Sex.class);
    private final Set<Figure> traits = new HashSet<>();
    private Optional<Place> place = Optional.empty();
    private boolean local;
    private boolean elsewhere;
    private boolean alone;
    private boolean moreIsTold;
    private int days = Portrait.YEAR;

    private Portraits(Tokens tokens, Surroundings around, List<Match> names, List<Match> occupations) {
        this.tokens = tokens;
        this.around = around;
        this.names = List.copyOf(names);
        this.occupations = List.copyOf(occupations);
    }

    /**
     * The one person whom a draft tells about. Whoever calls knows already that there is one; of several the facts run
     * together, and where they contradict each other they are left out.
     *
     * @param names of facilities and partners, which may have a town's name in them
     * @param occupations where it is told what somebody does, in our tables or not
     * @param illnessTold whether any illness, test or treatment is told, with a figure or without
     */
    public static Portrait in(
            Tokens tokens, Surroundings around, List<Match> names, List<Match> occupations, boolean illnessTold) {
        Portraits reader = new Portraits(tokens, around, names, occupations);
        int start = 0;
        for (int i = 1; i <= tokens.size(); i++) {
            if (i == tokens.size()
                    || tokens.get(i).sentence() != tokens.get(start).sentence()) {
                reader.sentence(start, i);
                start = i;
            }
        }
        return reader.portrait(illnessTold);
    }

    private void sentence(int start, int end) {
        if (!speaksOfSomebody(start, end)) {
            return;
        }
        for (int i = start; i < end; i++) {
            String key = tokens.get(i).owner();
            ToldAges.at(tokens, i).ifPresent(exact::add);
            Somebody.toldBy(key).ifPresent(somebody -> {
                somebody.sex().ifPresent(sexes::add);
                somebody.ages().ifPresent(bands::add);
            });
            days = Math.min(days, DAYS.getOrDefault(key, Portrait.YEAR));
            alone |= isAlone(i, end);
            i += Math.max(trait(i), place(i)) - 1;
        }
    }

    private boolean speaksOfSomebody(int start, int end) {
        for (int i = start; i < end; i++) {
            if (isWork(i)
                    || Somebody.toldBy(tokens.get(i).owner()).isPresent()
                    || ToldAges.at(tokens, i).isPresent()) {
                return true;
            }
        }
        return false;
    }

    /** Tokens that were read, at least 1. */
    private int trait(int at) {
        Optional<Figures.Told> told = Figures.at(tokens, at);
        told.ifPresent(found -> traits.add(found.figure()));
        if (isWork(at)) {
            boolean ours = OURS.contains(tokens.key(at - 1)) || OURS.contains(tokens.key(at - 2));
            local |= ours && told.isPresent();
            moreIsTold |= told.isEmpty();
        }
        return told.map(Figures.Told::width).orElse(1);
    }

    /** It is told what somebody does, with a figure or without. */
    private boolean isWork(int at) {
        return Figures.at(tokens, at)
                        .filter(told -> told.figure().kind() == Figure.Kind.WORK)
                        .isPresent()
                || occupations.stream().anyMatch(match -> match.start() == at);
    }

    private int place(int at) {
        Optional<Surroundings.Told> told = around.at(tokens, at, FROM.contains(tokens.key(at - 1)));
        if (told.isEmpty() || isPartOfAName(at, at + told.get().width())) {
            return 1;
        }
        Optional<Place> other = told.get().place();
        elsewhere |= other.isEmpty();
        if (place.isEmpty()
                || other.filter(here -> here.people() < place.get().people()).isPresent()) {
            place = other.or(() -> place);
        }
        return told.get().width();
    }

    private boolean isPartOfAName(int start, int end) {
        return names.stream()
                .anyMatch(
                        name -> name.start() <= start && end <= name.end() && name.end() - name.start() > end - start);
    }

    /** "the only senior", "our youngest patient". */
    private boolean isAlone(int at, int end) {
        if (!ONLY.contains(tokens.key(at)) || !ARTICLE.contains(tokens.key(at - 1))) {
            return false;
        }
        for (int i = at + 1; i < Math.min(end, at + 4); i++) {
            if (isWork(i)
                    || Somebody.toldBy(tokens.key(i))
                            .filter(one -> !one.isPronoun())
                            .isPresent()) {
                return true;
            }
        }
        return false;
    }

    private Portrait portrait(boolean illnessTold) {
        Optional<Place> here = place.isPresent() || elsewhere ? place : Optional.<Place>empty();
        if (here.isEmpty() && !elsewhere && (local || alone)) {
            here = around.home();
        }
        moreIsTold |= illnessTold && traits.stream().noneMatch(Figure::isIllness);
        return new Portrait(
                ages(),
                sexes.size() == 1 ? sexes.stream().findFirst() : Optional.empty(),
                here,
                traits,
                days,
                alone,
                moreIsTold);
    }

    /** The one age that is told, or what all words about age have in common. */
    private Optional<AgeBand> ages() {
        if (exact.size() == 1) {
            return exact.stream().findFirst();
        }
        Optional<AgeBand> common = bands.stream().findFirst();
        for (AgeBand band : bands) {
            common = common.flatMap(band::and);
        }
        return exact.isEmpty() ? common : Optional.empty();
    }
}
