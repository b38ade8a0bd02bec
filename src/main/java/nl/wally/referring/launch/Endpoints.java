package nl.wally.referring.launch;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;

/**
 * How a HIS is talked to, by its own word ({@code .well-known/smart-configuration}).
 *
 * @param issuer what it calls itself in ID tokens
 * @param authorization where browsers go
 * @param token where a code is exchanged
 * @param keys with which it signs ID tokens
 * @param fine whether it knows scopes of SMART 2, which are narrower
 */
record Endpoints(String issuer, String authorization, String token, JWKSource<SecurityContext> keys, boolean fine) {
    /** In the words of Spring Security; nothing more is asked for than one patient and who is in front of the screen. */
    ClientRegistration registration(His his, String callback) {
        return ClientRegistration.withRegistrationId(his.iss().toString())
                .clientId(his.clientId())
                .clientAuthenticationMethod(
                        his.signing() ? ClientAuthenticationMethod.PRIVATE_KEY_JWT : ClientAuthenticationMethod.NONE)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .authorizationUri(authorization)
                .tokenUri(token)
                .issuerUri(issuer)
                .redirectUri(callback)
                .scope(
                        "launch",
                        "openid",
                        "fhirUser",
                        "patient/Patient." + (fine ? "r" : "read"),
                        "user/Practitioner." + (fine ? "r" : "read"))
                .build();
    }
}
