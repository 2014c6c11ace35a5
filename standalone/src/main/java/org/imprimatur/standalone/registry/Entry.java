package org.imprimatur.standalone.registry;

/** One record of the topic {@code _schemas}. */
sealed interface Entry {

    /** A schema as one version of a subject; the same schema has the same id in every subject. */
    record Version(String subject, int version, int id, String schema) implements Entry {
        public Version {
            if (version < 1 || id < 1) {
                throw new IllegalArgumentException("version and id count from 1");
            }
        }
    }

    /** The compatibility level of a subject, or of all that have none of their own when the subject is empty. */
    record Level(String subject, Compatibility level) implements Entry {}
}
