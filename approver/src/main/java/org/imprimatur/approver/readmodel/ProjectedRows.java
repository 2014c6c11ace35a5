package org.imprimatur.approver.readmodel;

import java.util.Set;
import java.util.function.Consumer;
import org.imprimatur.kit.projection.Projection;
import org.imprimatur.kit.projection.SqlRead;

/** Rows that a projection keeps in a file. */
public final class ProjectedRows implements Rows {
    private final Projection projection;

    public ProjectedRows(Projection projection) {
        this.projection = projection;
    }

    @Override
    public <T> T read(SqlRead<T> read) {
        return projection.read(read);
    }

    @Override
    public void onChange(Consumer<Set<String>> listener) {
        projection.onChangedKeys(listener);
    }
}
