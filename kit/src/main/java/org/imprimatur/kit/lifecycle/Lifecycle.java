package org.imprimatur.kit.lifecycle;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.ReentrantLock;
import org.imprimatur.kit.log.Fingerprint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts services in order and closes them in reverse; what a failed start began, it undoes.
 *
 * <p>Safe for several threads: a close during a start interrupts the start, waits for it and undoes it.
 */
public final class Lifecycle implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Lifecycle.class);

    private final List<Service> services;
    private final Deque<Service> started = new ArrayDeque<>();
    private final ReentrantLock lock = new ReentrantLock();
    private volatile boolean closing;
    private volatile Thread starter = Thread.currentThread();
    private volatile boolean starting;

    public Lifecycle(List<Service> services) {
        this.services = List.copyOf(services);
    }

    /** Runs the services until SIGTERM or Ctrl-C, then closes them in reverse. Throws when one can't start. */
    public static void run(List<Service> services) {
        Lifecycle lifecycle = new Lifecycle(services);
        CountDownLatch closed = new CountDownLatch(1);
        Thread hook = new Thread(
                () -> {
                    lifecycle.close();
                    closed.countDown();
                },
                "shutdown");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            lifecycle.start();
            closed.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException refused) {
            if (!lifecycle.closing) {
                Runtime.getRuntime().removeShutdownHook(hook);
                throw refused;
            }
        }
    }

    /** Starts all, or none: when one throws, those before it are closed in reverse and the failure is thrown on. */
    public void start() {
        lock.lock();
        try {
            starter = Thread.currentThread();
            starting = true;
            services.forEach(this::startOne);
        } catch (RuntimeException | Error failure) {
            closeStarted();
            throw failure;
        } finally {
            starting = false;
            lock.unlock();
        }
    }

    @Override
    public void close() {
        closing = true;
        if (starting) {
            starter.interrupt();
        }
        lock.lock();
        try {
            closeStarted();
        } finally {
            lock.unlock();
        }
    }

    private void startOne(Service service) {
        if (closing) {
            throw new IllegalStateException("closed before " + service.name() + " was started");
        }
        started.push(service);
        service.start();
        LOG.atInfo().addKeyValue("service", service.name()).log("service_started");
    }

    private void closeStarted() {
        while (!started.isEmpty()) {
            Service service = started.pop();
            try {
                service.close();
                LOG.atInfo().addKeyValue("service", service.name()).log("service_closed");
            } catch (RuntimeException failure) {
                LOG.atError()
                        .addKeyValue("service", service.name())
                        .addKeyValue("cause", Fingerprint.of(failure))
                        .log("service_close_failed");
            }
        }
    }
}
