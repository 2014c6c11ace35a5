package org.imprimatur.schemas;

import org.apache.avro.util.ClassSecurityValidator;
import org.apache.avro.util.ClassSecurityValidator.ClassSecurityPredicate;
import org.imprimatur.schemas.avro.Draft;

/** Tells Avro that it may build our generated records, and adds nothing else to what it trusts. */
final class TrustedRecords {

    private static final String GENERATED = Draft.class.getPackageName();

    private TrustedRecords() {}

    /** Takes effect in the whole process; calling it again changes nothing. */
    static void register() {
        ClassSecurityPredicate before = ClassSecurityValidator.getGlobal();
        ClassSecurityValidator.setGlobal(ClassSecurityValidator.composite(
                before, type -> type.getPackageName().equals(GENERATED)));
    }
}
