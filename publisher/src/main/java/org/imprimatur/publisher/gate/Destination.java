package org.imprimatur.publisher.gate;

import java.time.ZoneId;
import java.util.Optional;

/**
 * An account as far as the gate needs it.
 *
 * @param platform lower case, such as outbox
 * @param frozen why nothing may go out now; empty when it may
 * @param zone in which its days begin and end
 */
public record Destination(String platform, Optional<String> frozen, ZoneId zone) {}
