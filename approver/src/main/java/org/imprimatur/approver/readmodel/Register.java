package org.imprimatur.approver.readmodel;

import java.util.List;
import org.imprimatur.approver.post.Account;
import org.imprimatur.approver.post.Authorization;

/** What an author may choose from: the organization's accounts and its patients' authorizations. */
public interface Register {
    /** By id; frozen ones included, the record {@code *} that freezes all left out. */
    List<Account> accounts();

    /** By id; expired and revoked ones included. */
    List<Authorization> authorizations();
}
