package org.imprimatur.approver.web;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.imprimatur.approver.readmodel.HistoryRow;

/** A history as comma-separated values (RFC 4180), for a spreadsheet. */
final class HistoryTable {
    private static final String NAMES = "post,sequence,at,kind,revision,contentHash,actor,roles,reason,refusal,policy,"
            + "policyVersion,engineVersion,note,whom,commandId,previousHash,hash";

    /** What a spreadsheet would take for a formula. */
    private static final String FORMULA = "=+-@\t\r";

    private HistoryTable() {}

    static String of(List<HistoryRow> rows) {
        return Stream.concat(Stream.of(NAMES), rows.stream().map(HistoryTable::line))
                .collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    private static String line(HistoryRow row) {
        return Stream.of(
                        row.postId(),
                        String.valueOf(row.sequence()),
                        row.at().toString(),
                        row.kind(),
                        String.valueOf(row.revision()),
                        row.contentHash(),
                        row.actor().orElse(""),
                        String.join(" ", row.roles()),
                        row.reason().orElse(""),
                        row.refusal().orElse(""),
                        row.policy().orElse(""),
                        row.policyVersion(),
                        row.engineVersion(),
                        row.note().orElse(""),
                        row.whom().orElse(""),
                        row.commandId().orElse(""),
                        row.previousHash(),
                        row.hash())
                .map(HistoryTable::cell)
                .collect(Collectors.joining(","));
    }

    private static String cell(String value) {
        String safe = !value.isEmpty() && FORMULA.indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
        return '"' + safe.replace("\"", "\"\"") + '"';
    }
}
