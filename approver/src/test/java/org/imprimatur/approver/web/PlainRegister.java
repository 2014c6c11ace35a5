package org.imprimatur.approver.web;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.imprimatur.approver.post.Account;
import org.imprimatur.approver.post.Authorization;
import org.imprimatur.approver.readmodel.Register;

/** Accounts and authorizations of an invented hospital. */
record PlainRegister() implements Register {
    private static final ZoneId DENVER = ZoneId.of("America/Denver");

    @Override
    public List<Account> accounts() {
        return List.of(
                new Account("harbor-valley-bluesky", "bluesky", "@harborvalley.example", DENVER, Optional.empty()),
                new Account("harbor-valley-x", "x", "@HVHealth", DENVER, Optional.empty()));
    }

    @Override
    public List<Authorization> authorizations() {
        return List.of(
                new Authorization(
                        "A-101",
                        "Rosalind Thorne",
                        "first name and her words about rehabilitation",
                        Set.of("bluesky"),
                        Optional.of(LocalDate.parse("2026-11-30")),
                        false),
                new Authorization(
                        "A-102", "Milo Garrick", "photo at the fun run", Set.of("x"), Optional.empty(), false));
    }
}
