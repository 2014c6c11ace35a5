package org.imprimatur.approver.wire;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.imprimatur.approver.review.Opening;
import org.imprimatur.approver.review.Requirement;
import org.imprimatur.approver.review.Risk;
import org.jspecify.annotations.Nullable;

/** What a case was opened with, as JSON; without the later fields it is of high risk, judged long ago and never expires. */
@JsonIgnoreProperties(ignoreUnknown = true)
record OpeningJson(
        ReviewSnapshot.ContentJson content,
        Set<String> contributors,
        int approvalsNeeded,
        String policyVersion,
        String engineVersion,
        boolean secondLook,
        boolean lowRisk,
        long judgedAtMillis,
        @Nullable Long expiresAtMillis) {

    static OpeningJson of(Opening opening) {
        return new OpeningJson(
                ReviewSnapshot.ContentJson.of(opening.content()),
                new TreeSet<>(opening.contributors()),
                opening.requirement().approvals(),
                opening.judged().policyVersion(),
                opening.judged().engineVersion(),
                opening.requirement().secondLook(),
                opening.risk() == Risk.LOW,
                opening.judged().at().toEpochMilli(),
                opening.expiresAt().map(Instant::toEpochMilli).orElse(null));
    }

    Opening opening() {
        return new Opening(
                content.content(),
                contributors,
                new Requirement(approvalsNeeded, secondLook),
                lowRisk ? Risk.LOW : Risk.HIGH,
                new Opening.Judgement(policyVersion, engineVersion, Instant.ofEpochMilli(judgedAtMillis)),
                Optional.ofNullable(expiresAtMillis).map(Instant::ofEpochMilli));
    }
}
