package org.imprimatur.approver.web.author;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.imprimatur.approver.post.Account;
import org.imprimatur.approver.post.Authorization;
import org.imprimatur.approver.post.Unsent;
import org.imprimatur.approver.readmodel.ReviewTargets;
import org.imprimatur.approver.web.view.Moment;
import org.imprimatur.approver.web.view.PlatformName;

/**
 * When a draft would go out on each of its accounts, and what stands against it: sentences for its author.
 *
 * @param plans one for each account
 * @param warnings authorizations that do not fit, slots nearer than the review
 * @param faults times that are none
 */
record Planning(List<String> plans, List<String> warnings, List<String> faults) {

    static Planning of(
            Unsent unsent,
            List<Account> accounts,
            List<Authorization> authorizations,
            ReviewTargets targets,
            ZoneId readers,
            Instant now) {
        Planning planning = new Planning(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (Account account : accounts) {
            planning.plan(unsent, account, readers, now);
            planning.warn(unsent, account, authorizations, targets, now);
        }
        return planning;
    }

    private void plan(Unsent unsent, Account account, ZoneId readers, Instant now) {
        Slot slot = Slot.of(unsent.scheduled(), account.zone());
        Slot end = Slot.of(unsent.expires(), account.zone());
        slot.fault().ifPresent(fault -> faults.add("Goes out: " + fault));
        end.fault().ifPresent(fault -> faults.add("Never after: " + fault));
        slot.remark().ifPresent(warnings::add);
        slot.at().ifPresent(at -> plans.add(account.id() + ": " + both(at, account.zone(), readers)));
        if (slot.at().filter(at -> at.toInstant().isBefore(now)).isPresent()) {
            String where = unsent.accounts().size() > 1 ? " for " + account.id() : "";
            faults.add("Goes out: this time has passed" + where + "; choose a later one, or leave it empty.");
        }
        end.at().ifPresent(at -> plans.add(account.id() + ": never after " + both(at, account.zone(), readers)));
    }

    private static String both(OffsetDateTime at, ZoneId account, ZoneId readers) {
        String there = Slot.shown(at.toInstant(), account);
        boolean same = account.getRules()
                .getOffset(at.toInstant())
                .equals(readers.getRules().getOffset(at.toInstant()));
        return same ? there : there + " – that is " + Slot.shown(at.toInstant(), readers);
    }

    private void warn(
            Unsent unsent, Account account, List<Authorization> authorizations, ReviewTargets targets, Instant now) {
        account.frozen().ifPresent(why -> warnings.add(account.id() + " is frozen: " + why));
        Optional<Instant> slot =
                Slot.of(unsent.scheduled(), account.zone()).at().map(OffsetDateTime::toInstant);
        slot.filter(at -> at.isAfter(now) && at.isBefore(now.plus(targets.severe())))
                .ifPresent(at -> warnings.add("If it is held, a reviewer has " + Slot.length(targets.severe())
                        + " to decide, and this slot is in " + Slot.length(Duration.between(now, at))
                        + ". It may pass before anybody decided."));
        LocalDate day = LocalDate.ofInstant(slot.orElse(now), account.zone());
        LocalDate lastDay = Slot.of(unsent.expires(), account.zone())
                .at()
                .map(OffsetDateTime::toLocalDate)
                .orElse(day);
        for (Authorization authorization : authorizations) {
            if (!authorization.covers(account.platform())) {
                warnings.add(authorization.id() + " does not cover " + PlatformName.of(account.platform()) + ", where "
                        + account.id() + " is.");
            }
            if (authorization.revoked()) {
                warnings.add(authorization.id() + " was revoked; nothing may go out under it.");
            } else if (!authorization.holdsOn(day)) {
                warnings.add(authorization.id() + " ends on "
                        + Moment.day(authorization.expires().orElse(day)) + ", before this would go out on "
                        + Moment.day(day) + ".");
            } else if (!authorization.holdsOn(lastDay)) {
                warnings.add(authorization.id() + " ends on "
                        + Moment.day(authorization.expires().orElse(lastDay)) + ", and this may go out until "
                        + Moment.day(lastDay) + ".");
            }
        }
    }
}
