package org.imprimatur.publisher.crash;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Counts what becomes public, in a process that nobody kills. By a seed it answers late, answers 5xx after going live or
 * without, drops the answer, or asks for fewer requests.
 */
final class FakePlatform implements AutoCloseable {
    /** Listens to what happens inside a request, to kill the caller there. */
    interface Moments {
        void came();

        void wentLive();

        void answered();
    }

    private final HttpServer server;
    private final Random random;
    private final Map<String, AtomicInteger> live = new ConcurrentHashMap<>();
    private final AtomicInteger calls = new AtomicInteger();
    private volatile Moments moments = new Quiet();

    FakePlatform(long seed) throws IOException {
        random = new Random(seed);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/careful/", exchange -> handle(exchange, false));
        server.createContext("/harmless/", exchange -> handle(exchange, true));
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    void listener(Moments listener) {
        moments = listener;
    }

    /** How often each key became public. */
    int publications(String key) {
        return live.getOrDefault(key, new AtomicInteger()).get();
    }

    int published() {
        return live.values().stream().mapToInt(AtomicInteger::get).sum();
    }

    int calls() {
        return calls.get();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange, boolean knowsRepeats) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String key = path.substring(path.lastIndexOf('/') + 1);
        if (exchange.getRequestMethod().equals("GET")) {
            answer(exchange, live.containsKey(key) ? 200 : 404);
            return;
        }
        calls.incrementAndGet();
        moments.came();
        int dice = dice();
        if (dice < 85) {
            AtomicInteger count = live.computeIfAbsent(key, first -> new AtomicInteger());
            if (!knowsRepeats || count.get() == 0) {
                count.incrementAndGet();
            }
            moments.wentLive();
        }
        if (dice < 65) {
            answer(exchange, 201);
        } else if (dice < 72) {
            late();
            answer(exchange, 201);
        } else if (dice < 79) {
            answer(exchange, 500);
        } else if (dice < 85) {
            exchange.close();
        } else {
            answer(exchange, dice < 95 ? 503 : 429);
        }
        moments.answered();
    }

    private static void answer(HttpExchange exchange, int status) throws IOException {
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    private static void late() {
        try {
            if (new CountDownLatch(1).await(400, TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("nobody counts this down");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized int dice() {
        return random.nextInt(100);
    }

    private static final class Quiet implements Moments {
        @Override
        public void came() {}

        @Override
        public void wentLive() {}

        @Override
        public void answered() {}
    }
}
