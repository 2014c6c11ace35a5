package org.imprimatur.approver.web.view;

/**
 * Something did not work.
 *
 * @param frame what surrounds it
 * @param status HTTP's number for it
 * @param title what
 * @param detail what to do
 */
public record ErrorScreen(Frame frame, int status, String title, String detail) {

    /** What went wrong, in a title for people: HTTP's own name only where there is no better one. */
    public static String title(int status, String otherwise) {
        return switch (status) {
            case 403 -> "You may not do this";
            case 404 -> "There is nothing here";
            case 429 -> "Too many requests";
            case 500 -> "Something went wrong";
            case 503 -> "Not available just now";
            default -> otherwise;
        };
    }

    /** What else to do; empty where the detail says it all. */
    public String hint() {
        return switch (status) {
            case 403 -> "If you need it for your work, ask an administrator for the role.";
            case 500 -> "Go back and try again. If it happens again, tell an administrator what you did and when.";
            default -> "";
        };
    }
}
