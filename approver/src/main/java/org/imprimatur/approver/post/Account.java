package org.imprimatur.approver.post;

import java.time.ZoneId;
import java.util.Optional;

/**
 * An account of the organization on a platform.
 *
 * @param platform in lower case, such as {@code bluesky}
 * @param handle as the public sees it; may be empty
 * @param zone the time in which its posts are planned
 * @param frozen why nothing may go out there now
 */
public record Account(String id, String platform, String handle, ZoneId zone, Optional<String> frozen) {}
