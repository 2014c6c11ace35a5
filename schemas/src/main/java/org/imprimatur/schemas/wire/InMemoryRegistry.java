package org.imprimatur.schemas.wire;

import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;

/** A registry that lives as long as its object; for tests and for commands that talk to nobody. */
final class InMemoryRegistry implements SchemaRegistry {

    private final List<Schema> schemas = new ArrayList<>();

    @Override
    public synchronized int register(String subject, Schema schema) {
        int known = schemas.indexOf(schema);
        if (known >= 0) {
            return known + 1;
        }
        schemas.add(schema);
        return schemas.size();
    }

    @Override
    public synchronized Schema byId(int id) {
        if (id < 1 || id > schemas.size()) {
            throw new RegistryException("no schema has the id " + id);
        }
        return schemas.get(id - 1);
    }
}
