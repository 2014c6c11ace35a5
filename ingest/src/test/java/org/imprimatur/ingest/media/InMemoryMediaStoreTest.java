package org.imprimatur.ingest.media;

final class InMemoryMediaStoreTest implements MediaStoreContract {
    private final MediaStore store = new InMemoryMediaStore();

    @Override
    public MediaStore store() {
        return store;
    }
}
