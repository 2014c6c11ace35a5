package org.imprimatur.approver.web.publishing;

import io.javalin.http.Context;
import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.imprimatur.approver.post.SignedAuthorization;
import org.imprimatur.approver.web.Asked;

/** The fields of the form that records an authorization; of the scanned form only the hash is kept. */
record TypedAuthorization(AuthorizationForm.Typed typed, Optional<String> formHash) {

    static TypedAuthorization of(Context context) {
        return new TypedAuthorization(
                new AuthorizationForm.Typed(
                        Asked.field(context, "id"),
                        Asked.field(context, "person"),
                        Asked.field(context, "scope"),
                        Asked.field(context, "disclosedBy"),
                        Asked.field(context, "recipients"),
                        Asked.field(context, "purpose"),
                        context.formParams("platform"),
                        Asked.field(context, "expires"),
                        Asked.field(context, "expiryEvent"),
                        Asked.field(context, "signedOn"),
                        Asked.field(context, "representative"),
                        Asked.field(context, "people"),
                        Asked.field(context, "pictures"),
                        Asked.field(context, "group")),
                context.uploadedFiles("form").stream()
                        .filter(file -> file.size() > 0)
                        .map(TypedAuthorization::hash)
                        .findFirst());
    }

    SignedAuthorization signed() {
        return new SignedAuthorization(
                typed.id(),
                typed.person(),
                typed.scope(),
                typed.disclosedBy(),
                typed.recipients(),
                typed.purpose(),
                Set.copyOf(typed.platforms().stream()
                        .map(platform -> platform.strip().toLowerCase(Locale.ROOT))
                        .filter(platform -> !platform.isEmpty())
                        .toList()),
                day(typed.expires()),
                some(typed.expiryEvent()),
                day(typed.signedOn()),
                some(typed.representative()),
                lines(typed.people()).toList(),
                lines(typed.pictures())
                        .map(hash -> hash.toLowerCase(Locale.ROOT))
                        .toList(),
                formHash,
                typed.group(),
                Optional.empty());
    }

    /** Days that are none. */
    List<String> faults() {
        List<String> faults = new ArrayList<>();
        for (String day : List.of(typed.expires(), typed.signedOn())) {
            if (!day.isEmpty() && day(day).isEmpty()) {
                faults.add("A day is written like 2026-11-22.");
            }
        }
        return faults;
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return some(text).map(LocalDate::parse);
        } catch (DateTimeParseException none) {
            return Optional.empty();
        }
    }

    private static Stream<String> lines(String text) {
        return Arrays.stream(text.split("\\R", -1)).map(String::strip).filter(line -> !line.isEmpty());
    }

    private static Optional<String> some(String text) {
        return Optional.of(text).filter(each -> !each.isEmpty());
    }

    private static String hash(UploadedFile file) {
        try (InputStream content = file.content()) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            new DigestInputStream(content, digest).transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (NoSuchAlgorithmException every) {
            throw new IllegalStateException("every Java platform has SHA-256", every);
        }
    }
}
