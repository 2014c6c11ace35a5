package org.imprimatur.ingest.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What every {@link MediaStore} keeps to. */
interface MediaStoreContract {

    MediaStore store();

    @Test
    default void whatWasPutIsFoundUnderTheHashOfItsBytes() throws IOException {
        Upload upload = new Upload(Pictures.png(2, 3), MediaType.PNG);

        boolean fresh = store().put(upload);

        assertThat(fresh).isTrue();
        assertThat(store().find(upload.hash()))
                .hasValueSatisfying(bytes -> assertThat(bytes).isEqualTo(upload.bytes()));
    }

    @Test
    default void theTypeOfWhatWasPutIsKnownAndOfNothingElse() throws IOException {
        Upload upload = new Upload(Pictures.png(2, 3), MediaType.PNG);
        store().put(upload);

        assertThat(store().type(upload.hash())).contains(MediaType.PNG);
        assertThat(store().type("00".repeat(32))).isEmpty();
        assertThat(store().type("../x")).isEmpty();
        assertThat(store().size(upload.hash())).hasValue(upload.size());
        assertThat(store().size("00".repeat(32))).isEmpty();
        assertThat(store().size("../x")).isEmpty();
    }

    @Test
    default void theSameBytesAreStoredOnce() throws IOException {
        store().put(new Upload(Pictures.png(2, 3), MediaType.PNG));

        assertThat(store().put(new Upload(Pictures.png(2, 3), MediaType.PNG))).isFalse();
    }

    @Test
    default void nothingIsFoundUnderAnotherHashOrUnderWhatIsNone() throws IOException {
        store().put(new Upload(Pictures.png(2, 3), MediaType.PNG));

        for (String hash : List.of("00".repeat(32), "", "..", "../../etc/passwd", "AB".repeat(32))) {
            assertThat(store().find(hash)).as(hash).isEmpty();
        }
    }

    @Test
    default void manyWhoPutTheSameAtOnceLeaveItWhole() throws Exception {
        Upload upload = new Upload(Pictures.png(64, 64), MediaType.PNG);
        MediaStore store = store();
        ExecutorService people = Executors.newFixedThreadPool(8);
        try {
            List<Future<Boolean>> puts =
                    people.invokeAll(Collections.nCopies(16, (Callable<Boolean>) () -> store.put(upload)));
            for (Future<Boolean> put : puts) {
                put.get();
            }
        } finally {
            people.shutdownNow();
        }

        assertThat(store.find(upload.hash()))
                .hasValueSatisfying(bytes -> assertThat(bytes).isEqualTo(upload.bytes()));
    }
}
