package org.imprimatur.standalone;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Ports on the loopback address, looked at before anything starts, so that a refusal comes at once. */
final class Ports {

    private Ports() {}

    /** The port itself when nothing listens on it, or a free one in place of 0. */
    static int free(int port, String option) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException taken) {
            throw new Refused(
                    "Port " + port + " on 127.0.0.1 is taken by another program; choose another with " + option + ".",
                    taken);
        }
    }
}
