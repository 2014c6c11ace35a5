package org.imprimatur.approver.audit;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/**
 * The half of a {@link SealingKey} that everybody may have.
 *
 * @param key Ed25519
 */
public record VerifyingKey(PublicKey key) {

    private static final String ALGORITHM = "Ed25519";
    private static final String PUBLIC = "PUBLIC KEY";

    /**
     * Reads the first public key in a text.
     *
     * @throws IOException when the text holds no such key
     */
    public static VerifyingKey ofPem(String pem) throws IOException {
        try {
            byte[] encoded = Pem.read(PUBLIC, pem);
            return new VerifyingKey(KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(encoded)));
        } catch (GeneralSecurityException other) {
            throw new IOException("This is no Ed25519 public key.", other);
        }
    }

    public String pem() {
        return Pem.write(PUBLIC, key.getEncoded());
    }

    /** SHA-256 of the encoded key, 64 lower-case hexadecimal digits, to compare by eye. */
    public String fingerprint() {
        return Digest.of(key.getEncoded());
    }

    /**
     * Whether this key's owner signed exactly these bytes.
     *
     * @param signature base 64; anything else verifies nothing
     */
    boolean verifies(byte[] message, String signature) {
        try {
            Signature check = Signature.getInstance(ALGORITHM);
            check.initVerify(key);
            check.update(message);
            return check.verify(Base64.getDecoder().decode(signature.strip()));
        } catch (GeneralSecurityException | IllegalArgumentException noSignature) {
            return false;
        }
    }
}
