package org.imprimatur.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.imprimatur.standalone.first.FirstSignIn;

/** A running product as its people see it: the API for who asks, and the outbox. */
record Product(StandaloneSettings settings) {

    Api author() {
        return api(FirstSignIn.AUTHOR, "author");
    }

    Api reviewer() {
        return api("rosa", "reviewer");
    }

    private Api api(String id, String role) {
        String key =
                new FirstSignIn(settings.data()).keys().create(id, Set.of(role)).reveal();
        return new Api(URI.create(settings.console()), key);
    }

    void approve(String postId) {
        reviewer().command(postId, "claim");
        for (String reviewer : List.of("rosa", "ravi")) {
            api(reviewer, "reviewer").command(postId, "approve");
        }
    }

    static String postId(JsonNode receipt) {
        assertThat(receipt.path("postId").asText()).as(receipt.toString()).isNotEmpty();
        return receipt.path("postId").asText();
    }

    int waiting() {
        return reviewer().get("/v1/cases").path("total").asInt();
    }

    boolean isWaiting(String postId) {
        return !reviewer().get("/v1/cases/" + postId).findPath("case").isMissingNode();
    }

    boolean isPublished(String postId) {
        return published().contains(postId);
    }

    /** Ids of the posts in the outbox, one for each file. */
    List<String> published() {
        if (!Files.exists(settings.outbox())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(settings.outbox())) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .map(file -> String.valueOf(file.getFileName()).replaceFirst("-r\\d+-.*", ""))
                    .toList();
        } catch (IOException notThere) {
            throw new UncheckedIOException(notThere);
        }
    }
}
