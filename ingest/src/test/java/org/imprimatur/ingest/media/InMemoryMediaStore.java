package org.imprimatur.ingest.media;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Keeps pictures while a test runs. */
public final class InMemoryMediaStore implements MediaStore {
    private final ConcurrentMap<String, byte[]> pictures = new ConcurrentHashMap<>();

    @Override
    public boolean put(Upload upload) {
        return pictures.putIfAbsent(upload.hash(), upload.bytes()) == null;
    }

    @Override
    public Optional<byte[]> find(String hash) {
        return Optional.ofNullable(pictures.get(hash)).map(byte[]::clone);
    }

    @Override
    public OptionalLong size(String hash) {
        return find(hash).map(bytes -> OptionalLong.of(bytes.length)).orElseGet(OptionalLong::empty);
    }

    @Override
    public Optional<MediaType> type(String hash) {
        return find(hash).flatMap(MediaType::of);
    }
}
