package org.imprimatur.approver.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/**
 * The house's own key (Ed25519, RFC 8032) under which evidence leaves it. The private half never does; who verifies keeps
 * a copy of {@link #publicKey} from a time when nothing was in doubt.
 */
public final class SealingKey {

    private static final String ALGORITHM = "Ed25519";
    private static final String PRIVATE = "PRIVATE KEY";

    private final PrivateKey secret;
    private final VerifyingKey open;

    private SealingKey(PrivateKey secret, VerifyingKey open) {
        this.secret = secret;
        this.open = open;
    }

    /**
     * Reads the key, or makes one when there is no file yet.
     *
     * @param file PEM, readable by its owner only: the private key and then the public one
     * @throws IOException when the file can't be read or written, or is no such key
     */
    public static SealingKey at(Path file) throws IOException {
        try {
            if (!Files.exists(file)) {
                make(file);
            }
            String pem = Files.readString(file);
            byte[] encoded = Pem.read(PRIVATE, pem);
            PrivateKey secret = KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(encoded));
            return new SealingKey(secret, VerifyingKey.ofPem(pem));
        } catch (GeneralSecurityException unusable) {
            throw new IOException("The file " + file + " holds no Ed25519 key.", unusable);
        }
    }

    private static void make(Path file) throws IOException, GeneralSecurityException {
        KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
        String pem = Pem.write(PRIVATE, pair.getPrivate().getEncoded()) + new VerifyingKey(pair.getPublic()).pem();
        Path folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        Path fresh = Files.createTempFile(
                folder,
                "key",
                ".new",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(fresh, pem, StandardOpenOption.TRUNCATE_EXISTING);
        Files.move(fresh, file);
    }

    public VerifyingKey publicKey() {
        return open;
    }

    /** The signature in base 64. */
    String sign(byte[] message) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(secret);
            signature.update(message);
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException every) {
            throw new IllegalStateException("every Java 17 signs with Ed25519", every);
        }
    }

    @Override
    public String toString() {
        return "SealingKey[" + open.fingerprint() + "]";
    }
}
