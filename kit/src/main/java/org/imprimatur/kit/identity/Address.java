package org.imprimatur.kit.identity;

import io.javalin.http.Context;

/** Whence a request comes, as limits count it. */
final class Address {

    private static final int PREFIX_GROUPS = 4;

    private Address() {}

    /** The caller's IPv4 address, or the /64 of its IPv6 address, because a caller has all of that. */
    static String of(Context context) {
        String address = context.req().getRemoteAddr();
        return address == null ? "" : prefix(address);
    }

    static String prefix(String address) {
        String bare = address.startsWith("[") ? address.substring(1, address.length() - 1) : address;
        if (bare.indexOf(':') < 0) {
            return bare;
        }
        int gap = bare.indexOf("::");
        String head = gap < 0 ? bare : bare.substring(0, gap);
        String[] groups = head.split(":", -1);
        StringBuilder prefix = new StringBuilder();
        for (int at = 0; at < Math.min(groups.length, PREFIX_GROUPS); at++) {
            prefix.append(groups[at]).append(':');
        }
        return prefix.append(":/64").toString();
    }
}
