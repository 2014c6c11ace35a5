package org.imprimatur.approver.readmodel;

import java.util.List;
import java.util.Optional;
import org.imprimatur.approver.post.Account;
import org.imprimatur.approver.post.Authorization;
import org.imprimatur.approver.post.SignedAuthorization;

/** The organization's accounts and its patients' authorizations. */
public interface Register {
    /** By id; frozen ones included, the record {@code *} that freezes all left out. */
    List<Account> accounts();

    /** By id, with every element of the form; expired and revoked ones included. */
    List<SignedAuthorization> signed();

    /** One of them; empty when there is none under this id. */
    Optional<SignedAuthorization> signed(String id);

    /** Those under these ids as lines of JSON with every member, for evidence; ids that are not known are left out. */
    List<String> lines(List<String> ids);

    /** Calls back after every change, on a thread that must not be kept. */
    void onChange(Runnable listener);

    /** What an author may choose from, by id; expired and revoked ones included. */
    default List<Authorization> authorizations() {
        return signed().stream().map(SignedAuthorization::summary).toList();
    }
}
