package org.imprimatur.standalone.registry;

/** An answer other than success, with the HTTP status and the error code that Confluent's registry gives. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final int code;

    private Refusal(int status, int code, String message) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
    }

    static Refusal noSuchPath() {
        return new Refusal(404, 404, "HTTP 404 Not Found");
    }

    static Refusal noSuchSubject(String subject) {
        return new Refusal(404, 40401, "Subject '" + subject + "' not found.");
    }

    static Refusal noSuchVersion(String version) {
        return new Refusal(404, 40402, "Version " + version + " not found.");
    }

    static Refusal noSuchSchema() {
        return new Refusal(404, 40403, "Schema not found");
    }

    static Refusal noOwnLevel(String subject) {
        return new Refusal(
                404, 40408, "Subject '" + subject + "' does not have subject-level compatibility configured");
    }

    static Refusal wrongMethod() {
        return new Refusal(405, 405, "HTTP 405 Method Not Allowed");
    }

    static Refusal fromBrowser() {
        return new Refusal(403, 403, "Requests from web pages are not served");
    }

    static Refusal tooLong() {
        return new Refusal(413, 413, "The request is too long");
    }

    static Refusal incompatible(String subject, Compatibility level) {
        return new Refusal(
                409,
                409,
                "Schema being registered is incompatible with an earlier schema for subject \"" + subject
                        + "\" (compatibility " + level + ")");
    }

    static Refusal invalidSchema(String reason) {
        return new Refusal(422, 42201, "Invalid schema: " + reason);
    }

    static Refusal invalidVersion(String version) {
        return new Refusal(
                422,
                42202,
                "The specified version '" + version
                        + "' is not a valid version id. Allowed values are between [1, 2^31-1] and the string \"latest\"");
    }

    static Refusal invalidLevel() {
        return new Refusal(
                422,
                42203,
                "Invalid compatibility level. Valid values are none, backward, forward, full, backward_transitive,"
                        + " forward_transitive, and full_transitive");
    }

    static Refusal storeFailed() {
        return new Refusal(500, 50001, "Error in the backend data store");
    }

    int status() {
        return status;
    }

    int code() {
        return code;
    }
}
