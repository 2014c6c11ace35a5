package org.imprimatur.standalone;

import java.util.Map;
import org.imprimatur.analyzer.AnalyzerService;
import org.imprimatur.approver.web.author.DraftDesk;
import org.imprimatur.ingest.IngestService;
import org.imprimatur.kit.identity.Identity;

/** The console's way to the services beside it in this program, without a network between them. */
record HouseDesk(IngestService ingest, AnalyzerService analyzer) implements DraftDesk {
    @Override
    public Map<String, Object> check(Identity author, Map<String, ?> draft) {
        return analyzer.check(author, draft);
    }

    @Override
    public String submit(Identity author, String key, Map<String, ?> draft) {
        return ingest.submit(author, key, draft);
    }

    @Override
    public String revise(Identity author, String postId, Map<String, ?> draft) {
        return ingest.revise(author, postId, draft);
    }

    @Override
    public Map<String, Object> upload(byte[] picture) {
        return ingest.upload(picture);
    }
}
