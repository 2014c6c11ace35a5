package org.imprimatur.approver.web.publishing;

import java.util.List;
import java.util.Optional;
import org.imprimatur.approver.web.view.Frame;

/**
 * The form that revokes an authorization, and what that will do.
 *
 * @param frame what surrounds it
 * @param id of the authorization
 * @param person whom it is about
 * @param address of its page
 * @param effects what will happen
 * @param relying what it will happen to
 * @param reason typed before
 * @param fault why it was not taken
 */
public record RevokeScreen(
        Frame frame,
        String id,
        String person,
        String address,
        List<String> effects,
        List<PublishingScreen.Line> relying,
        String reason,
        Optional<String> fault) {
    public RevokeScreen {
        effects = List.copyOf(effects);
        relying = List.copyOf(relying);
    }

    @Override
    public String toString() {
        return "RevokeScreen[" + id + "]";
    }
}
