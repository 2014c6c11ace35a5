package org.imprimatur.kit.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class LifecycleTest {

    private final List<String> events = new CopyOnWriteArrayList<>();

    @Test
    void servicesStartInOrderAndCloseInReverse() {
        Lifecycle lifecycle = new Lifecycle(List.of(part("one"), part("two"), part("three")));

        lifecycle.start();
        lifecycle.close();

        assertThat(events)
                .containsExactly("start one", "start two", "start three", "close three", "close two", "close one");
    }

    @Test
    void theOthersAreClosedWhenOneThrows() {
        Lifecycle lifecycle = new Lifecycle(List.of(
                part("one"),
                part("two", () -> {}, () -> {
                    throw new IllegalStateException("can't close");
                }),
                part("three")));

        lifecycle.start();
        lifecycle.close();

        assertThat(events).endsWith("close three", "close two", "close one");
    }

    @Test
    void whatAFailedStartBeganIsUndone() {
        Lifecycle lifecycle = new Lifecycle(List.of(
                part("one"),
                part(
                        "two",
                        () -> {
                            throw new IllegalStateException("can't start");
                        },
                        () -> {}),
                part("three")));

        assertThatThrownBy(lifecycle::start)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("can't start");

        assertThat(events).containsExactly("start one", "start two", "close two", "close one");
    }

    @Test
    void closingTwiceClosesOnce() {
        Lifecycle lifecycle = new Lifecycle(List.of(part("one")));

        lifecycle.start();
        lifecycle.close();
        lifecycle.close();

        assertThat(events).containsExactly("start one", "close one");
    }

    @Test
    void aCloseDuringAStartInterruptsItAndUndoesIt() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        Lifecycle lifecycle = new Lifecycle(List.of(
                part("one"),
                part(
                        "slow",
                        () -> {
                            begun.countDown();
                            try {
                                never.await();
                            } catch (InterruptedException interrupted) {
                                throw new IllegalStateException("interrupted", interrupted);
                            }
                        },
                        () -> {})));
        ExecutorService threads = Executors.newSingleThreadExecutor();
        Future<?> start = threads.submit(lifecycle::start);
        begun.await();

        lifecycle.close();

        assertThatThrownBy(start::get)
                .isInstanceOf(ExecutionException.class)
                .hasRootCauseInstanceOf(InterruptedException.class);
        assertThat(events).containsExactly("start one", "start slow", "close slow", "close one");
        threads.shutdown();
    }

    @Test
    void onlyUpIsUp() {
        assertThat(Health.up().isUp()).isTrue();
        assertThat(Health.starting("restores").isUp()).isFalse();
        assertThat(Health.down("gone").isUp()).isFalse();
    }

    private Service part(String name) {
        return part(name, () -> {}, () -> {});
    }

    private Service part(String name, Runnable start, Runnable close) {
        return new Service() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public void start() {
                events.add("start " + name);
                start.run();
            }

            @Override
            public Health health() {
                return Health.up();
            }

            @Override
            public void close() {
                events.add("close " + name);
                close.run();
            }
        };
    }
}
