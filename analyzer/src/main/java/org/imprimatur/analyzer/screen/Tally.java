package org.imprimatur.analyzer.screen;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.imprimatur.analyzer.policy.Reason;

/** Counts how what came of drafts agrees with what people said of them. For one thread. */
final class Tally {

    private final Map<Reason, Share> heldFor = new EnumMap<>(Reason.class);
    private final Map<Reason, Share> namedFor = new EnumMap<>(Reason.class);
    private Share clearHeld = new Share(0, 0);
    private Share holdsHeld = new Share(0, 0);
    private Share highHeld = new Share(0, 0);

    /**
     * What people said of a draft.
     *
     * @param hold whether it must be held
     * @param high whether letting it out would do grave harm
     */
    record Truth(boolean hold, boolean high, Set<Reason> reasons) {

        /** Reads {@code label} (or {@code hold}), {@code severity} and {@code reasons} of a line; reasons of other programs are left out. */
        static Truth parse(String line) throws JsonProcessingException {
            JsonNode json = PostLine.JSON.readTree(line);
            Set<Reason> reasons = EnumSet.noneOf(Reason.class);
            for (JsonNode name : json.path("reasons")) {
                for (Reason reason : Reason.values()) {
                    if (reason.name().equals(name.asText())) {
                        reasons.add(reason);
                    }
                }
            }
            boolean hold = json.path("label").asText().equals("hold")
                    || json.path("hold").asBoolean();
            return new Truth(hold, json.path("severity").asText().equals("high"), reasons);
        }
    }

    void add(Truth truth, Prediction prediction) {
        if (!truth.hold()) {
            clearHeld = clearHeld.plus(prediction.hold());
            return;
        }
        holdsHeld = holdsHeld.plus(prediction.hold());
        if (truth.high()) {
            highHeld = highHeld.plus(prediction.hold());
        }
        for (Reason reason : truth.reasons()) {
            add(heldFor, reason, prediction.hold());
            add(namedFor, reason, prediction.reasons().contains(reason));
        }
    }

    private static void add(Map<Reason, Share> shares, Reason reason, boolean one) {
        shares.put(reason, shares.getOrDefault(reason, new Share(0, 0)).plus(one));
    }

    /** Share of the clear drafts that were held. */
    Share falseHolds() {
        return clearHeld;
    }

    /** Share of the drafts to hold that were held. */
    Share holds() {
        return holdsHeld;
    }

    /** A table in Markdown. */
    String table(String name) {
        StringBuilder table = new StringBuilder("| " + name + " | n | held | reason named |\n|---|---|---|---|\n");
        row(table, "clear drafts", clearHeld, "");
        if (holdsHeld.all() > 0) {
            row(table, "drafts to hold", holdsHeld, "");
            row(table, "of high severity", highHeld, "");
        }
        heldFor.forEach((reason, share) -> row(
                table,
                reason.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                share,
                namedFor.getOrDefault(reason, new Share(0, 0)).text()));
        return table.toString();
    }

    private static void row(StringBuilder table, String name, Share share, String named) {
        table.append("| ")
                .append(name)
                .append(" | ")
                .append(share.all())
                .append(" | ")
                .append(share.text())
                .append(" | ")
                .append(named)
                .append(" |\n");
    }
}
