package org.imprimatur.approver.web.policy;

import java.util.List;
import org.imprimatur.approver.web.view.Frame;

/**
 * One version of the rules.
 *
 * @param pack YAML as it was written
 */
public record PolicyScreen(Frame frame, PoliciesScreen.Version version, List<PolicyDesk.RuleLine> rules, String pack) {

    /** What a rule asks for, in words. */
    public static String action(String name) {
        return switch (name) {
            case "NOTE" -> "Notes it";
            case "HOLD" -> "Holds it";
            case "HOLD_FOR_TWO" -> "Holds it for two people";
            case "BLOCK" -> "Blocks it";
            default -> name;
        };
    }
}
