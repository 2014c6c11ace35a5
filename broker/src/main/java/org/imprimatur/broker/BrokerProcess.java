package org.imprimatur.broker;

import java.io.IOException;
import java.lang.reflect.Proxy;
import kafka.Kafka;
import kafka.tools.StorageTool;

/**
 * Main of the child process: formats the folder when it is new, then runs Kafka until the pipe from the parent ends.
 *
 * <p>The parent holds the other end of standard input. One byte asks for an orderly stop. The end of the stream means
 * that the parent is gone, and the process halts at once: Kafka loses nothing by that, and no orphan stays behind.
 */
final class BrokerProcess {

    private static final int PARENT_GONE = 3;

    private BrokerProcess() {}

    public static void main(String[] args) {
        String properties = args[0];
        String clusterId = args[1];
        Thread watch = new Thread(BrokerProcess::watchParent, "parent-watch");
        watch.setDaemon(true);
        watch.start();
        leaveInterruptsToTheParent();
        int formatted = StorageTool.execute(
                new String[] {"format", "--ignore-formatted", "--cluster-id", clusterId, "--config", properties},
                System.out);
        if (formatted != 0) {
            Runtime.getRuntime().halt(formatted);
        }
        Kafka.main(new String[] {properties});
    }

    private static void watchParent() {
        try {
            if (System.in.read() >= 0) {
                System.exit(0);
            }
        } catch (IOException brokenPipe) {
            // as good as its end
        }
        Runtime.getRuntime().halt(PARENT_GONE);
    }

    /**
     * Ctrl-C reaches every process of the terminal's group, and the broker must outlast the services that still write
     * to it. The JDK's signal class is no public API, so it is reached as Kafka itself reaches it: by reflection.
     */
    private static void leaveInterruptsToTheParent() {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Object ignoring = Proxy.newProxyInstance(
                    BrokerProcess.class.getClassLoader(), new Class<?>[] {handler}, (proxy, method, arguments) -> 0);
            signal.getMethod("handle", signal, handler)
                    .invoke(null, signal.getConstructor(String.class).newInstance("INT"), ignoring);
        } catch (ReflectiveOperationException noSuchSignal) {
            System.err.println("event=broker.interrupts_not_ignored");
        }
    }
}
