package org.imprimatur.publisher.connectors;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;

/** Where credentials of accounts come from; asked at every call, so that they rotate without a restart. */
@FunctionalInterface
public interface PlatformAccounts {
    /**
     * The account of that id.
     *
     * @throws IOException when there is none that can be used; its message holds nothing secret
     */
    PlatformAccount of(String accountId) throws IOException;

    /** One file {@code ACCOUNTID.yaml} for each, with {@code url}, {@code secret}, {@code handle}, {@code languages}. */
    static PlatformAccounts inFolder(Path folder) {
        return new AccountFiles(folder, name -> Optional.empty());
    }

    /**
     * The same, with secrets that the environment holds, and tokens that are renewed before they end.
     *
     * @param environment the value of a variable; empty when it is not set
     * @param tokens where renewed tokens are kept
     * @param timeout for a connection to a token endpoint, and for its answer after that
     */
    static PlatformAccounts renewed(
            Path folder,
            Function<String, Optional<String>> environment,
            Path tokens,
            Duration timeout,
            InstantSource clock) {
        return new RenewedAccounts(new AccountFiles(folder, environment), tokens, timeout, clock);
    }
}
