package org.imprimatur.approver;

import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow;

/** The lines of one page's stream: when it began to show something, and when it first told of a post. */
final class OpenPage implements Flow.Subscriber<String> {
    private final CountDownLatch showing = new CountDownLatch(1);
    private final Map<String, Long> told = new ConcurrentHashMap<>();
    private volatile String watched = "";

    /** From now on until the next call it notes the first line with this. */
    void watch(String sign) {
        watched = sign;
    }

    CountDownLatch showing() {
        return showing;
    }

    /** {@link System#nanoTime()} at which the line came; empty while none did. */
    OptionalLong told(String sign) {
        Long at = told.get(sign);
        return at == null ? OptionalLong.empty() : OptionalLong.of(at);
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(String line) {
        String sign = watched;
        if (!sign.isEmpty() && line.contains(sign)) {
            told.putIfAbsent(sign, System.nanoTime());
        }
        if (line.isEmpty()) {
            showing.countDown();
        }
    }

    @Override
    public void onError(Throwable broken) {
        // a stream that broke tells nothing, and the test says so
    }

    @Override
    public void onComplete() {
        // as above
    }
}
