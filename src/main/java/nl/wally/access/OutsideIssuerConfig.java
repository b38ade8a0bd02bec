package nl.wally.access;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import java.time.Clock;
import java.util.Arrays;
import java.util.Objects;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder.JwkSetUriJwtDecoderBuilder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;
import org.springframework.util.StringUtils;

/** Tokens of an outside issuer, by {@code wally.access.issuer-uri}; the embedded authorization server is off. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnExpression("!'${wally.access.issuer-uri:}'.isBlank()")
class OutsideIssuerConfig {
    /** At the first token, not at start: this server need not wait until the issuer runs. */
    @Bean
    JwtDecoder outsideTokens(AccessProperties settings, Clock clock) {
        return new SupplierJwtDecoder(() -> decoder(settings, clock));
    }

    private static JwtDecoder decoder(AccessProperties settings, Clock clock) {
        String issuer = Objects.requireNonNull(settings.issuerUri());
        String keys = settings.jwkSetUri();
        JwkSetUriJwtDecoderBuilder builder = StringUtils.hasText(keys)
                ? NimbusJwtDecoder.withJwkSetUri(keys)
                : NimbusJwtDecoder.withIssuerLocation(issuer);
        NimbusJwtDecoder decoder = builder
                // Signatures of public keys only: none of these is "none" or takes a key for a shared secret.
                .jwsAlgorithms(allowed -> allowed.addAll(Arrays.asList(SignatureAlgorithm.values())))
                .validateType(false)
                // Many issuers still write "JWT" or nothing; the audience keeps tokens of another kind out.
                .jwtProcessorCustomizer(processor -> processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(
                        JOSEObjectType.JWT,
                        new JOSEObjectType("at+jwt"),
                        new JOSEObjectType("application/at+jwt"),
                        null)))
                .build();
        decoder.setJwtValidator(TokenChecks.checks(settings, issuer, clock));
        return decoder;
    }
}
