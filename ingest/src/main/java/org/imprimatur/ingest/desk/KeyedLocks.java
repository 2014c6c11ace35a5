package org.imprimatur.ingest.desk;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** Lets one caller at a time work under a key; callers with other keys do not wait. */
final class KeyedLocks<K> {
    private final ConcurrentMap<K, Counted> locks = new ConcurrentHashMap<>();

    <T> T holding(K key, Supplier<T> work) {
        Counted counted = locks.compute(key, (same, known) -> (known == null ? new Counted() : known).entered());
        counted.lock.lock();
        try {
            return work.get();
        } finally {
            counted.lock.unlock();
            locks.computeIfPresent(key, (same, known) -> known.users == 1 ? null : known.left());
        }
    }

    /** A lock and how many hold it or wait for it; the count changes only inside the map's compute. */
    private static final class Counted {
        private final ReentrantLock lock = new ReentrantLock();
        private int users;

        Counted entered() {
            users++;
            return this;
        }

        Counted left() {
            users--;
            return this;
        }
    }
}
