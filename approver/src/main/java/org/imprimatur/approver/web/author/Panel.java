package org.imprimatur.approver.web.author;

import java.util.List;
import java.util.Optional;
import org.imprimatur.approver.post.Unsent;

/**
 * What stands beside the composer's form and follows the writing.
 *
 * @param unsent what is written
 * @param saved such as “Saved 14:03 UTC”; empty before the first time
 * @param checked what the engine says
 * @param previews one for each account
 * @param plans when it goes out, one sentence for each account
 * @param elsewhere why it was not saved: what happened to it in another window
 * @param warnings what to look at before handing in; it can be handed in with them
 */
public record Panel(
        Unsent unsent,
        String saved,
        Checked checked,
        List<Preview> previews,
        List<String> plans,
        Optional<Elsewhere> elsewhere,
        List<String> warnings) {
    public Panel {
        previews = List.copyOf(previews);
        plans = List.copyOf(plans);
        warnings = List.copyOf(warnings);
    }
}
