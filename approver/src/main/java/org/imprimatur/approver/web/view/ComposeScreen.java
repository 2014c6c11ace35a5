package org.imprimatur.approver.web.view;

import java.util.List;

/**
 * The form for a new post.
 *
 * @param frame what surrounds it
 * @param key makes handing it in twice one post
 * @param accounts to choose from: those that the author used before; another can be typed
 */
public record ComposeScreen(Frame frame, String key, List<String> accounts) {
    public ComposeScreen {
        accounts = List.copyOf(accounts);
    }
}
