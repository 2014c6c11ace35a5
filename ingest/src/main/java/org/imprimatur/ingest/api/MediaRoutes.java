package org.imprimatur.ingest.api;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.imprimatur.ingest.media.MediaStore;
import org.imprimatur.ingest.media.MediaType;
import org.imprimatur.ingest.media.PictureCheck;
import org.imprimatur.ingest.media.Upload;
import org.imprimatur.kit.identity.Access;
import org.imprimatur.kit.web.ProblemException;
import org.imprimatur.kit.web.Routes;

/** Takes and shows pictures, under {@code /v1/media}. */
public final class MediaRoutes implements Routes {
    private final Access access;
    private final MediaStore store;
    private final PictureCheck check;

    public MediaRoutes(Access access, MediaStore store, PictureCheck check) {
        this.access = access;
        this.store = store;
        this.check = check;
    }

    @Override
    public void mount(RoutesConfig routes) {
        routes.post("/v1/media", this::upload);
        routes.get("/v1/media/{hash}", this::show);
    }

    private void upload(Context context) {
        access.requireSomewhere(context, DraftRoutes.AUTHOR);
        Upload upload = examined(bytes(context));
        boolean fresh = stored(upload);
        context.status(fresh ? 201 : 200)
                .header("Location", "/v1/media/" + upload.hash())
                .json(body(upload));
    }

    /** Takes a picture from a caller in this program: what the answer over HTTP says, or a problem as there. */
    public Map<String, Object> take(byte[] bytes) {
        Upload upload = examined(bytes);
        stored(upload);
        return body(upload);
    }

    private Upload examined(byte[] bytes) {
        return check.examine(bytes).fold(PictureCheck.Passed::upload, refused -> {
            throw Refusals.of(refused);
        });
    }

    private static Map<String, Object> body(Upload upload) {
        return Map.of(
                "hash", upload.hash(),
                "mediaType", upload.type().mimeType(),
                "size", upload.size());
    }

    private void show(Context context) {
        access.require(context);
        byte[] bytes = found(context.pathParam("hash"))
                .orElseThrow(() -> ProblemException.of(404, "There is no picture with this hash."));
        MediaType type =
                MediaType.of(bytes).orElseThrow(() -> new IllegalStateException("a stored picture has lost its type"));
        context.header("X-Content-Type-Options", "nosniff")
                .header(
                        "Content-Disposition",
                        "inline; filename=\"" + context.pathParam("hash") + "." + type.extension() + "\"")
                .contentType(type.mimeType())
                .result(bytes);
    }

    /** One byte more than allowed is enough to see that there are too many. */
    private byte[] bytes(Context context) {
        try (InputStream body =
                context.isMultipartFormData() ? onlyFile(context).content() : context.bodyInputStream()) {
            return body.readNBytes(check.mostBytes() + 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static UploadedFile onlyFile(Context context) {
        List<UploadedFile> files = context.uploadedFiles();
        if (files.size() != 1) {
            throw ProblemException.of(400, "Send exactly one file; this request has " + files.size() + ".");
        }
        return files.get(0);
    }

    private boolean stored(Upload upload) {
        try {
            return store.put(upload);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<byte[]> found(String hash) {
        try {
            return store.find(hash);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
