package org.imprimatur.approver.web;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import org.imprimatur.approver.wire.administration.AccountCard;
import org.imprimatur.approver.wire.administration.Administration;
import org.imprimatur.approver.wire.administration.Deed;
import org.imprimatur.approver.wire.administration.PolicyDraft;

/** Accounts and deeds without a broker. */
final class InMemoryAdministration implements Administration {
    private final TreeMap<String, AccountCard> accounts = new TreeMap<>();
    private final TreeMap<String, PolicyDraft> policyDrafts = new TreeMap<>();
    private final List<Deed> deeds = new ArrayList<>();

    @Override
    public synchronized List<AccountCard> accounts() {
        return List.copyOf(accounts.values());
    }

    @Override
    public synchronized List<Deed> deeds(int offset, int limit) {
        List<Deed> newestFirst = new ArrayList<>(deeds);
        Collections.reverse(newestFirst);
        return newestFirst.stream().skip(offset).limit(limit).toList();
    }

    @Override
    public synchronized void record(Deed deed) {
        deeds.add(deed);
    }

    @Override
    public synchronized void save(AccountCard account, Deed deed) {
        deeds.add(deed);
        accounts.put(account.id(), account);
    }

    @Override
    public synchronized List<PolicyDraft> policyDrafts() {
        return List.copyOf(policyDrafts.values());
    }

    @Override
    public synchronized void keep(PolicyDraft draft) {
        policyDrafts.put(draft.author(), draft);
    }

    @Override
    public synchronized void forgetPolicyDraft(String author) {
        policyDrafts.remove(author);
    }
}
