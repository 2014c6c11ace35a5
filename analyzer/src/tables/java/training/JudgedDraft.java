import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.imprimatur.analyzer.adapters.Policies;
import org.imprimatur.analyzer.detect.Detector;
import org.imprimatur.analyzer.detect.Detectors;
import org.imprimatur.analyzer.detect.KnownOrganization;
import org.imprimatur.analyzer.detect.Masking;
import org.imprimatur.analyzer.detect.Screening;
import org.imprimatur.analyzer.draft.Authorization;
import org.imprimatur.analyzer.draft.Draft;
import org.imprimatur.analyzer.draft.DraftKind;
import org.imprimatur.analyzer.draft.Finding;
import org.imprimatur.analyzer.draft.FindingKind;
import org.imprimatur.analyzer.draft.Span;
import org.imprimatur.analyzer.judge.Judge;
import org.imprimatur.analyzer.judge.Route;
import org.imprimatur.analyzer.judge.Watch;
import org.imprimatur.analyzer.judge.World;
import org.imprimatur.analyzer.meaning.Evidence;
import org.imprimatur.analyzer.meaning.Ground;
import org.imprimatur.analyzer.meaning.Reading;
import org.imprimatur.analyzer.meaning.Telling;
import org.imprimatur.analyzer.organization.Protocol;
import org.imprimatur.analyzer.policy.Account;
import org.imprimatur.analyzer.policy.Policy;
import org.imprimatur.analyzer.text.Token;
import org.imprimatur.analyzer.text.Tokens;
import org.imprimatur.analyzer.wire.Profile;

/**
 * A draft that people judged, as the engine sees it without the models.
 *
 * @param organization name of its file
 * @param view what it was read with
 * @param heldAnyway whether what no model decides holds it
 * @param tellings for each word of the reading, bits by the order of {@link Telling}
 */
record JudgedDraft(
        String organization,
        String id,
        View view,
        boolean hold,
        Set<Ground> grounds,
        boolean heldAnyway,
        Evidence evidence,
        Reading reading,
        int[] tellings) {

    private static final LocalDate TODAY = LocalDate.of(2026, 10, 1);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<String> SPANS =
            List.of("PERSON_NAME", "DATE", "LOCATION", "OCCUPATION", "RELATION", "AGE", "CONDITION");

    /** What a draft is read with. */
    enum View {
        /** The organization's profile. */
        KNOWN,
        /** Nothing. */
        UNKNOWN,
        /** The profile, and of its protocols the one that the draft is about. */
        MATTER,
        /** The profile, and another protocol in place of that one, which makes the opposite of the draft true. */
        OTHERWISE
    }

    boolean known() {
        return view == View.KNOWN;
    }

    /** Whether it was read with one protocol only. */
    boolean isAboutOne() {
        return view == View.MATTER || view == View.OTHERWISE;
    }

    /** Name of the same draft in a file of scores. */
    String key() {
        return organization + "\t" + id + "\t" + view;
    }

    static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jsonl"))
                    .sorted()
                    .toList();
        }
    }

    /**
     * Every draft of a folder: with the organization's profile, without, and where it is known under which other protocol it
     * would be judged otherwise, with either.
     */
    static List<JudgedDraft> readAll(Path folder) throws IOException {
        List<JudgedDraft> drafts = new ArrayList<>();
        for (Path file : files(folder)) {
            Profile profile = Profile.read(Path.of(file.toString().replace(".jsonl", ".yaml")));
            drafts.addAll(read(file, profile, View.KNOWN));
            drafts.addAll(read(file, Profile.EMPTY, View.UNKNOWN));
            drafts.addAll(matters(drafts, file, profile));
        }
        return drafts;
    }

    private static List<JudgedDraft> read(Path file, Profile profile, View view) throws IOException {
        KnownOrganization organization = KnownOrganization.of(profile.organization());
        Judge judge = new Judge(withoutContent(), Watch.PATIENT);
        Policy policy = Policies.healthcareUs();
        String name = file.getFileName().toString().replace(".jsonl", "");
        List<JudgedDraft> drafts = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            JsonNode json = JSON.readTree(line);
            String id = json.path("authorizationId").asText("null");
            List<Authorization> attached = profile.authorizations().stream()
                    .filter(authorization -> authorization.id().equals(id))
                    .toList();
            List<String> missing =
                    view != View.KNOWN || id.equals("null") || !attached.isEmpty() ? List.of() : List.of(id);
            Draft draft = draft(json, attached);
            World world = new World(
                    Optional.of(policy), Optional.of(organization), Optional.of(Account.NONE), missing, "", TODAY);
            Screening screening = Screening.of(draft, organization, TODAY);
            Reading reading = Masking.read(screening);
            drafts.add(new JudgedDraft(
                    name,
                    json.path("id").asText(),
                    view,
                    json.path("label").asText().equals("hold"),
                    grounds(json),
                    judge.judge(draft, world).route() == Route.HELD,
                    Evidence.of(Detectors.cues().stream()
                            .flatMap(cue -> cue.detect(screening).stream())
                            .toList()),
                    reading,
                    tellings(json, reading, screening)));
        }
        return drafts;
    }

    /** Those of the drafts that are about one protocol, read with that one alone, and with the other. */
    private static List<JudgedDraft> matters(List<JudgedDraft> all, Path file, Profile profile) throws IOException {
        String name = file.getFileName().toString().replace(".jsonl", "");
        Map<String, JudgedDraft> known = all.stream()
                .filter(draft -> draft.known() && draft.organization().equals(name))
                .collect(Collectors.toMap(JudgedDraft::id, draft -> draft));
        Map<String, String> protocols =
                profile.organization().protocols().stream().collect(Collectors.toMap(Protocol::id, Protocol::text));
        List<JudgedDraft> matters = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            JsonNode json = JSON.readTree(line);
            JsonNode otherwise = json.path("otherwise");
            if (!otherwise.isMissingNode()) {
                JudgedDraft draft = known.get(json.path("id").asText());
                String answered = json.path("inReplyTo").asText("null");
                List<String> before = answered.equals("null") ? List.of() : words(answered, 24);
                matters.add(draft.with(
                        View.MATTER,
                        before,
                        words(protocols.get(otherwise.path("protocol").asText()), 90),
                        draft.grounds()));
                Set<Ground> grounds = EnumSet.noneOf(Ground.class);
                grounds.addAll(draft.grounds());
                if (!grounds.remove(Ground.PROTOCOL_CONTRADICTION)) {
                    grounds.add(Ground.PROTOCOL_CONTRADICTION);
                }
                matters.add(draft.with(
                        View.OTHERWISE, before, words(otherwise.path("text").asText(), 90), grounds));
            }
        }
        return matters;
    }

    private static List<String> words(String text, int most) {
        return Tokens.of(text).list().stream().limit(most).map(Token::text).toList();
    }

    private JudgedDraft with(View other, List<String> answered, List<String> protocol, Set<Ground> otherGrounds) {
        List<String> context = new ArrayList<>(answered);
        context.addAll(protocol);
        Reading read = new Reading(
                reading.reply(),
                reading.linksElsewhere(),
                reading.nobodys(),
                reading.sentences(),
                reading.words(),
                context);
        return new JudgedDraft(
                organization, id, other, !otherGrounds.isEmpty(), otherGrounds, heldAnyway, evidence, read, tellings);
    }

    private static Draft draft(JsonNode json, List<Authorization> attached) {
        String answered = json.path("inReplyTo").asText("null");
        return new Draft(
                "p",
                1,
                "",
                json.path("kind").asText().equals("reply") ? DraftKind.REPLY : DraftKind.POST,
                answered.equals("null") || answered.isBlank() ? Optional.empty() : Optional.of(answered),
                json.path("text").asText(),
                Map.of(),
                List.of(),
                attached,
                "");
    }

    /** All detectors, save that what a draft says or does is left to the model. */
    private static List<Detector> withoutContent() {
        List<Detector> detectors = new ArrayList<>(Detectors.sure());
        for (Detector cue : Detectors.cues()) {
            detectors.add(new Detector() {
                @Override
                public String id() {
                    return cue.id();
                }

                @Override
                public List<Finding> detect(Screening screening) {
                    return cue.detect(screening).stream()
                            .filter(finding -> finding.kind().group() != FindingKind.Group.CONTENT)
                            .toList();
                }
            });
        }
        return detectors;
    }

    private static Set<Ground> grounds(JsonNode json) {
        Set<Ground> grounds = EnumSet.noneOf(Ground.class);
        for (JsonNode reason : json.path("reasons")) {
            for (Ground ground : Ground.values()) {
                if (ground.name().equals(reason.asText())) {
                    grounds.add(ground);
                }
            }
        }
        return grounds;
    }

    private static int[] tellings(JsonNode json, Reading reading, Screening screening) {
        int[] tellings = new int[reading.words().size()];
        for (int i = 0; i < tellings.length; i++) {
            Span word = Masking.place(reading.words().get(i), screening);
            for (JsonNode span : json.path("spans")) {
                int type = SPANS.indexOf(span.path("type").asText());
                if (type >= 0
                        && span.path("start").asInt() < word.end()
                        && word.start() < span.path("end").asInt()) {
                    tellings[i] |= 1 << type;
                }
            }
        }
        return tellings;
    }
}
