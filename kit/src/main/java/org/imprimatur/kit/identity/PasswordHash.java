package org.imprimatur.kit.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * An Argon2id hash of a password, written as PHC strings are
 * ({@code $argon2id$v=19$m=19456,t=2,p=1$salt$hash}).
 *
 * <p>The cost is the OWASP Password Storage Cheat Sheet's: 19 MiB, two passes, one lane. At most two are computed at a
 * time, so that a flood of sign-ins can't take the memory.
 */
record PasswordHash(int memoryKiB, int passes, int lanes, String salt, String hash) {

    private static final int MEMORY_KIB = 19 * 1024;
    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final Semaphore AT_ONCE = new Semaphore(2, true);
    private static final Pattern PHC = Pattern.compile(
            "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,3}),p=(\\d{1,2})\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");

    static PasswordHash of(String password, SecureRandom random) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        byte[] hash = compute(password, MEMORY_KIB, PASSES, LANES, salt, HASH_BYTES);
        return now(salt, hash);
    }

    /** Of no password that anybody has, and as dear to try as any; making it costs nothing. */
    static PasswordHash ofNobody(SecureRandom random) {
        byte[] salt = new byte[SALT_BYTES];
        byte[] hash = new byte[HASH_BYTES];
        random.nextBytes(salt);
        random.nextBytes(hash);
        return now(salt, hash);
    }

    static PasswordHash parse(String phc) {
        Matcher matcher = PHC.matcher(phc);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not an Argon2id hash");
        }
        return new PasswordHash(
                Integer.parseInt(matcher.group(1)),
                Integer.parseInt(matcher.group(2)),
                Integer.parseInt(matcher.group(3)),
                matcher.group(4),
                matcher.group(5));
    }

    boolean matches(String password) {
        byte[] expected = Base64.getDecoder().decode(hash);
        byte[] salted = Base64.getDecoder().decode(salt);
        return MessageDigest.isEqual(expected, compute(password, memoryKiB, passes, lanes, salted, expected.length));
    }

    String phc() {
        return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s".formatted(memoryKiB, passes, lanes, salt, hash);
    }

    @Override
    public String toString() {
        return "PasswordHash[argon2id]";
    }

    private static PasswordHash now(byte[] salt, byte[] hash) {
        Base64.Encoder encoder = Base64.getEncoder().withoutPadding();
        return new PasswordHash(MEMORY_KIB, PASSES, LANES, encoder.encodeToString(salt), encoder.encodeToString(hash));
    }

    private static byte[] compute(String password, int memoryKiB, int passes, int lanes, byte[] salt, int length) {
        AT_ONCE.acquireUninterruptibly();
        try {
            Argon2BytesGenerator argon2 = new Argon2BytesGenerator();
            argon2.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                    .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                    .withMemoryAsKB(memoryKiB)
                    .withIterations(passes)
                    .withParallelism(lanes)
                    .withSalt(salt)
                    .build());
            byte[] out = new byte[length];
            argon2.generateBytes(password.getBytes(StandardCharsets.UTF_8), out);
            return out;
        } finally {
            AT_ONCE.release();
        }
    }
}
