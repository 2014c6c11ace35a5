package org.imprimatur.approver.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells a page which rows of its list came, changed or went; rows that stay are not touched, so a reader keeps the place
 * and the focus.
 */
public final class ListFeed<R> implements LiveView {
    private final Rows<R> rows;
    private Map<String, R> shown = Map.of();

    public ListFeed(Rows<R> rows) {
        this.rows = rows;
    }

    /** The list that is followed. */
    public interface Rows<R> {

        /** As it is now, in order. */
        List<R> now();

        /** The id of a row's element: letters, digits, hyphens and underscores. */
        String id(R row);

        /** The whole list as the page shows it, with what stands around it. */
        String whole(List<R> rows);

        /**
         * One row, from the template that the page itself uses.
         *
         * @param swap what {@code hx-swap-oob} says; empty for none
         */
        String row(R row, String swap);

        /** What stands around the list and counts it. */
        String summary(List<R> rows);

        /** The id of the list's element. */
        String listId();
    }

    @Override
    public List<Message> whole() {
        List<R> now = rows.now();
        shown = byId(now);
        return List.of(new Message("whole", rows.whole(now)));
    }

    @Override
    public List<Message> changes() {
        List<R> now = rows.now();
        Map<String, R> next = byId(now);
        if (next.equals(shown) && List.copyOf(next.keySet()).equals(List.copyOf(shown.keySet()))) {
            return List.of();
        }
        if (next.isEmpty() || shown.isEmpty() || isReordered(next)) {
            return whole();
        }
        String html = difference(next) + rows.summary(now);
        shown = next;
        return List.of(new Message("rows", html));
    }

    private String difference(Map<String, R> next) {
        StringBuilder html = new StringBuilder();
        shown.keySet().stream()
                .filter(id -> !next.containsKey(id))
                .forEach(id -> html.append("<li id=\"").append(id).append("\" hx-swap-oob=\"delete\"></li>"));
        String place = "afterbegin:#" + rows.listId();
        for (Map.Entry<String, R> entry : next.entrySet()) {
            R before = shown.get(entry.getKey());
            if (before == null) {
                html.append("<ol hx-swap-oob=\"")
                        .append(place)
                        .append("\">")
                        .append(rows.row(entry.getValue(), ""))
                        .append("</ol>");
            } else if (!before.equals(entry.getValue())) {
                html.append(rows.row(entry.getValue(), "true"));
            }
            place = "afterend:#" + entry.getKey();
        }
        return html.toString();
    }

    private boolean isReordered(Map<String, R> next) {
        List<String> stayed = new ArrayList<>(shown.keySet());
        stayed.retainAll(next.keySet());
        List<String> staying = new ArrayList<>(next.keySet());
        staying.retainAll(shown.keySet());
        return !stayed.equals(staying);
    }

    private Map<String, R> byId(List<R> list) {
        Map<String, R> byId = new LinkedHashMap<>();
        list.forEach(row -> byId.put(rows.id(row), row));
        return byId;
    }
}
