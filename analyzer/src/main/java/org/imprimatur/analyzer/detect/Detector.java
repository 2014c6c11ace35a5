package org.imprimatur.analyzer.detect;

import java.util.List;
import org.imprimatur.analyzer.draft.Finding;

/** Looks for one kind of thing in a draft; stateless, deterministic, total and bounded. */
public interface Detector {

    /** Short, stable and unique, such as {@code phone}. */
    String id();

    /** What it saw, with spans in code points of {@code screening.draft().text()}; empty when nothing. */
    List<Finding> detect(Screening screening);
}
