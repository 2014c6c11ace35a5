package org.imprimatur.approver.wire.administration;

import java.util.List;

/** Accounts, drafts of rules, and the record of what administrators did. Safe for several threads. */
public interface Administration {

    /** Every account there is, by its id; {@link AccountCard#EVERYTHING} among them if it was ever frozen. */
    List<AccountCard> accounts();

    /** What was done, newest first, at most {@code limit} after {@code offset}. */
    List<Deed> deeds(int offset, int limit);

    /** Writes down what is about to be done; throws when it could not be, and then it must not be done. */
    void record(Deed deed);

    /** Keeps the account as it is to be, with the deed that made it so; returns when both are read back. */
    void save(AccountCard account, Deed deed);

    /** Every pack of rules that somebody is writing, by its author. */
    List<PolicyDraft> policyDrafts();

    /** Keeps a draft of rules in place of its author's other one; returns when it is read back. */
    void keep(PolicyDraft draft);

    /** Forgets what this person was writing; returns when that is read back. */
    void forgetPolicyDraft(String author);
}
