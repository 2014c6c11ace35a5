package org.imprimatur.analyzer.organization;

import java.util.List;

/** Phones, sites, e-mails and handles that anybody may be pointed to. */
public record Contacts(List<String> phones, List<String> sites, List<String> emails, List<String> handles) {

    public static final Contacts NONE = new Contacts(List.of(), List.of(), List.of(), List.of());

    public Contacts {
        phones = List.copyOf(phones);
        sites = List.copyOf(sites);
        emails = List.copyOf(emails);
        handles = List.copyOf(handles);
    }
}
