package org.imprimatur.approver.readmodel;

import java.util.Map;

/**
 * How many cases each filter would list for one person.
 *
 * @param states how many cases stand where; states without any are left out
 * @param severities of the open ones, {@code HIGH} and {@code LOW}
 * @param reasons of the open ones
 * @param accounts of the open ones
 * @param overdue open and due
 * @param claimedByMe open, with a claim of this person that holds
 * @param involvingMe open, and claimed by, approved by or escalated to this person
 * @param free open, and claimed by nobody
 * @param secondLook open and drawn for a second look
 * @param lowRisk open and of low risk
 * @param escalated open and escalated to anybody
 */
public record QueueCounts(
        Map<CaseState, Integer> states,
        Map<String, Integer> severities,
        Map<String, Integer> reasons,
        Map<String, Integer> accounts,
        int overdue,
        int claimedByMe,
        int involvingMe,
        int free,
        int secondLook,
        int lowRisk,
        int escalated) {
    public QueueCounts {
        states = Map.copyOf(states);
        severities = Map.copyOf(severities);
        reasons = Map.copyOf(reasons);
        accounts = Map.copyOf(accounts);
    }
}
