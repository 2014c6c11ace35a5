package org.imprimatur.kit.oidc;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSKeySelector;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.io.IOException;
import java.util.Set;

/**
 * The provider after its metadata was read: where it answers and how its signatures are checked.
 *
 * @param metadata of OpenID Connect Discovery 1.0; its issuer is the configured one
 * @param keys its public keys, cached, read again when a token names an unknown one
 * @param idTokens checks issuer, audience, signature, times and nonce
 */
record KnownProvider(OIDCProviderMetadata metadata, JWSKeySelector<SecurityContext> keys, IDTokenValidator idTokens) {

    /** Public-key signatures only: an HMAC could be made with what the provider shares with us, and none with nothing. */
    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(
            JWSAlgorithm.RS256,
            JWSAlgorithm.RS384,
            JWSAlgorithm.RS512,
            JWSAlgorithm.PS256,
            JWSAlgorithm.ES256,
            JWSAlgorithm.ES384);

    private static final int MOST_BYTES = 512 * 1024;

    static KnownProvider lookUp(ProviderSettings settings, int timeoutMs) {
        try {
            Issuer issuer = new Issuer(settings.issuer());
            OIDCProviderMetadata metadata = OIDCProviderMetadata.resolve(issuer, timeoutMs, timeoutMs);
            JWKSource<SecurityContext> source = JWKSourceBuilder.create(
                            metadata.getJWKSetURI().toURL(),
                            new DefaultResourceRetriever(timeoutMs, timeoutMs, MOST_BYTES))
                    .retrying(true)
                    .build();
            JWSKeySelector<SecurityContext> keys = new JWSVerificationKeySelector<>(ALGORITHMS, source);
            ClientID client = new ClientID(settings.clientId());
            return new KnownProvider(metadata, keys, new IDTokenValidator(issuer, client, keys, null));
        } catch (GeneralException | IOException unreachable) {
            throw new ProviderUnreachable(unreachable);
        }
    }

    /** Checks access tokens that are JWTs (RFC 9068): type, signature, issuer, audience, times. */
    DefaultJWTProcessor<SecurityContext> accessTokens(String audience) {
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSTypeVerifier(
                new DefaultJOSEObjectTypeVerifier<>(new JOSEObjectType("at+jwt"), JOSEObjectType.JWT));
        processor.setJWSKeySelector(keys);
        processor.setJWTClaimsSetVerifier(new ShortLived(new DefaultJWTClaimsVerifier<>(
                audience,
                new JWTClaimsSet.Builder()
                        .issuer(metadata.getIssuer().getValue())
                        .build(),
                Set.of("exp", "iat"))));
        return processor;
    }
}
