package org.imprimatur.publisher.gate;

import java.util.Optional;

/**
 * An account as far as the gate needs it.
 *
 * @param platform lower case, such as outbox
 * @param frozen why nothing may go out now; empty when it may
 */
public record Destination(String platform, Optional<String> frozen) {}
