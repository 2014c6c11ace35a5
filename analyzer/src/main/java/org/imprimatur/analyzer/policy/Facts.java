package org.imprimatur.analyzer.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.imprimatur.analyzer.draft.Authorization;
import org.imprimatur.analyzer.draft.Draft;
import org.imprimatur.analyzer.draft.DraftKind;
import org.imprimatur.analyzer.draft.Finding;
import org.imprimatur.analyzer.organization.Organization;

/**
 * Everything that rules may ask about one draft, laid out once for all rules as plain maps, lists, strings, numbers and
 * truth values.
 *
 * <p>The names are the vocabulary of expressions; {@link Vocabulary} lists them with their types.
 */
public final class Facts {

    private final Map<String, Object> values;

    private Facts(Map<String, Object> values) {
        this.values = values;
    }

    public static Facts of(
            Draft draft,
            Account account,
            List<AttachedAuthorization> authorizations,
            Organization organization,
            List<Finding> findings) {
        return new Facts(Map.of(
                "findings", findings(findings),
                "draft", draft(draft),
                "account", account(account),
                "authorizations",
                        authorizations.stream().map(Facts::authorization).toList(),
                "organization", organization(organization)));
    }

    /** By the names of {@link Vocabulary}; whole numbers are {@code Long}. Immutable. */
    public Map<String, Object> values() {
        return values;
    }

    private static List<Map<String, Object>> findings(List<Finding> findings) {
        List<Map<String, Object>> all = new ArrayList<>(findings.size());
        IntStream.range(0, findings.size()).forEach(i -> all.add(finding(i, findings.get(i))));
        return List.copyOf(all);
    }

    private static Map<String, Object> finding(int index, Finding finding) {
        return Map.of(
                "index", (long) index,
                "kind", finding.kind().name(),
                "group", finding.kind().group().name(),
                "detector", finding.detector(),
                "confidence", finding.confidence());
    }

    private static Map<String, Object> draft(Draft draft) {
        return Map.of(
                "isReply",
                draft.kind() == DraftKind.REPLY,
                "text",
                draft.text(),
                "platform",
                draft.platform(),
                "pictures",
                (long) draft.media().size());
    }

    private static Map<String, Object> account(Account account) {
        return Map.of(
                "id", account.id(),
                "platform", account.platform(),
                "handle", account.handle(),
                "facility", account.facility());
    }

    private static Map<String, Object> authorization(AttachedAuthorization attached) {
        return Map.of(
                "id", attached.id(),
                "known", attached.found().isPresent(),
                "inForce", attached.inForce(),
                "platforms",
                        attached.found()
                                .map(Authorization::platforms)
                                .map(List::copyOf)
                                .orElse(List.of()));
    }

    private static Map<String, Object> organization(Organization organization) {
        return Map.of(
                "name", organization.name(),
                "state", organization.state(),
                "languages", organization.languages());
    }

    @Override
    public String toString() {
        return "Facts" + values.keySet();
    }
}
