package org.imprimatur.approver.web.author;

import java.util.List;
import java.util.Optional;
import org.imprimatur.approver.post.Account;
import org.imprimatur.approver.post.Authorization;
import org.imprimatur.approver.post.Unsent;
import org.imprimatur.approver.web.view.Frame;
import org.imprimatur.approver.web.view.PlatformName;

/**
 * The composer.
 *
 * @param frame what surrounds it
 * @param unsent what is in its fields
 * @param base the version of it that this window shows; empty when it was never saved
 * @param window names this showing of the form
 * @param accounts to choose from
 * @param platforms of those accounts, each once, that may have a text of their own
 * @param authorizations to attach
 * @param zoneNote in which zone times are typed
 * @param panel what stands beside the form
 * @param others unfinished posts to go on with
 * @param faults why it was not taken
 * @param notice what came of the last act; empty for none
 * @param noteOfReviewer what the reviewer asked for; empty for a new post
 */
public record ComposeScreen(
        Frame frame,
        Unsent unsent,
        String base,
        String window,
        List<Account> accounts,
        List<String> platforms,
        List<Authorization> authorizations,
        String zoneNote,
        Panel panel,
        List<Unfinished> others,
        List<Fault> faults,
        String notice,
        Optional<String> noteOfReviewer) {
    public ComposeScreen {
        accounts = List.copyOf(accounts);
        platforms = List.copyOf(platforms);
        authorizations = List.copyOf(authorizations);
        others = List.copyOf(others);
        faults = List.copyOf(faults);
    }

    /** A post that was begun and not handed in. */
    public record Unfinished(String key, String beginning, String saved) {
        @Override
        public String toString() {
            return "Unfinished[key=" + key + "]";
        }
    }

    /** What is wrong, and the id of the field where. */
    public record Fault(String field, String detail) {}

    /** Name of a platform for people. */
    public String title(String platform) {
        return PlatformName.of(platform);
    }

    /** The platforms that an authorization covers, for people. */
    public String covered(Authorization authorization) {
        return String.join(
                ", ",
                authorization.platforms().stream().sorted().map(PlatformName::of).toList());
    }

    @Override
    public String toString() {
        return "ComposeScreen[" + unsent + "]";
    }
}
