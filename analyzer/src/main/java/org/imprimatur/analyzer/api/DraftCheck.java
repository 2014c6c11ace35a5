package org.imprimatur.analyzer.api;

import java.util.Map;
import org.imprimatur.analyzer.draft.Sketch;
import org.imprimatur.analyzer.judge.Judgement;
import org.imprimatur.analyzer.topology.LiveCheck;
import org.imprimatur.kit.identity.Identity;
import org.imprimatur.kit.web.ProblemException;

/** Answers whether a draft would be held and why, in the form of JSON objects; nothing of it is kept. */
public final class DraftCheck {
    static final String[] ASKERS = {"author", "reviewer"};

    private final LiveCheck check;

    public DraftCheck(LiveCheck check) {
        this.check = check;
    }

    /**
     * What would be said to this draft now.
     *
     * @param draft the object that {@code POST /v1/drafts} takes; what the engine does not look at is ignored
     * @param author who asks; an authorization that another group keeps counts as unknown
     * @return {@code route}, {@code approvalsNeeded}, {@code findings}, {@code rules} and versions; spans in code points
     * @throws ProblemException 422 for a draft that is none, 503 while the engine can't judge
     */
    public Map<String, Object> answer(Identity author, Map<?, ?> draft) {
        Sketch sketch = SketchBody.read(draft);
        Judgement judgement = check.judge(sketch, group -> author.reaches(group, ASKERS))
                .orElseThrow(() -> ProblemException.of(503, "Nothing can be checked just now; try again shortly."));
        return JudgementBody.of(judgement);
    }
}
