package org.imprimatur.approver.audit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * A manifest and who stands for it.
 *
 * @param manifest as text, so that its bytes are what was signed
 * @param signature of the manifest, in base 64
 * @param publicKey PEM
 */
record Seal(String manifest, String signature, String publicKey) {

    static Seal over(Manifest manifest, SealingKey key) {
        return new Seal(
                new String(manifest.bytes(), StandardCharsets.UTF_8),
                key.sign(manifest.bytes()),
                key.publicKey().pem());
    }

    /** Fingerprint of the key that made it; empty, with a fault, when it is not the one to be trusted. */
    Optional<String> madeBy(Optional<VerifyingKey> trusted, String where, List<Fault> faults) {
        try {
            VerifyingKey key = trusted.isPresent() ? trusted.get() : VerifyingKey.ofPem(publicKey);
            if (key.verifies(manifest.getBytes(StandardCharsets.UTF_8), signature)) {
                return Optional.of(key.fingerprint());
            }
            faults.add(new Fault(
                    where,
                    "The signature is not by this key over this manifest: the manifest was changed, or another"
                            + " key made it."));
        } catch (IOException noKey) {
            faults.add(new Fault(where, "The key can't be read; give the organization's key with --key."));
        }
        return Optional.empty();
    }

    /** What it stands for; empty, with a fault, when that can't be read. */
    Optional<Manifest> read(String where, List<Fault> faults) {
        try {
            return Optional.of(Manifest.read(manifest.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException noManifest) {
            faults.add(new Fault(where, "This is no manifest of the format " + Manifest.FORMAT + "."));
            return Optional.empty();
        }
    }
}
