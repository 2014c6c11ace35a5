package org.imprimatur.approver.web.author;

import java.util.List;

/**
 * What stands beside the composer's form and follows the writing.
 *
 * @param unsent what is written
 * @param saved such as “Saved 14:03 UTC”; empty before the first time
 * @param checked what the engine says
 * @param previews one for each account
 * @param plans when it goes out, one sentence for each account
 * @param warnings what to look at before handing in; it can be handed in with them
 */
public record Panel(
        Unsent unsent,
        String saved,
        Checked checked,
        List<Preview> previews,
        List<String> plans,
        List<String> warnings) {
    public Panel {
        previews = List.copyOf(previews);
        plans = List.copyOf(plans);
        warnings = List.copyOf(warnings);
    }
}
