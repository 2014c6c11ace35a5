package org.imprimatur.kit.oidc;

import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.BadJWTException;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.JWTClaimsSetVerifier;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Refuses a token that was made to live for more than an hour: nobody could take it back in time. */
record ShortLived(DefaultJWTClaimsVerifier<SecurityContext> others) implements JWTClaimsSetVerifier<SecurityContext> {

    static final Duration LONGEST = Duration.ofHours(1);

    @Override
    public void verify(JWTClaimsSet claims, @Nullable SecurityContext context) throws BadJWTException {
        others.verify(claims, context);
        Duration life = Duration.between(
                claims.getIssueTime().toInstant(), claims.getExpirationTime().toInstant());
        if (life.compareTo(LONGEST) > 0) {
            throw new BadJWTException("the token lives for too long");
        }
    }
}
