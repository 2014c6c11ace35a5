package org.imprimatur.schemas.wire;

import org.apache.avro.Schema;

/** Numbers schemas and finds them again by number. Throws {@link RegistryException} when it won't, {@link
 * RegistryUnreachable} when it can't just now. */
public interface SchemaRegistry {

    /** The schema's id under this subject; a schema that is there already keeps its id. */
    int register(String subject, Schema schema);

    /** The schema with this id. */
    Schema byId(int id);
}
