package nl.wally.referring.launch;

import com.nimbusds.jose.JOSEObjectType;
import java.util.Optional;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.endpoint.NimbusJwtClientAuthenticationParametersConverter;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;

/** Exchanges the code that came back with the browser, as a public client or with a proof of who this server is. */
final class CodeExchange {
    /** Spring's word for an answer that is none. */
    private static final String NO_ANSWER = "invalid_token_response";

    private final RestClientAuthorizationCodeTokenResponseClient tokens =
            new RestClientAuthorizationCodeTokenResponseClient();

    CodeExchange(HisCalls calls, Optional<OwnKey> key) {
        tokens.setRestClient(calls.client()
                .messageConverters(converters -> {
                    converters.clear();
                    converters.add(new FormHttpMessageConverter());
                    converters.add(new OAuth2AccessTokenResponseHttpMessageConverter());
                })
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build());
        key.ifPresent(own -> {
            var proof = new NimbusJwtClientAuthenticationParametersConverter<OAuth2AuthorizationCodeGrantRequest>(
                    registration -> own.whole());
            // SMART asks for the type, which others may leave out.
            proof.setJwtClientAssertionCustomizer(
                    assertion -> assertion.getHeaders().type(JOSEObjectType.JWT.getType()));
            tokens.addParametersConverter(proof);
        });
    }

    /**
     * What the HIS gives for this code.
     *
     * @throws LaunchRefusedException when it gives nothing
     */
    OAuth2AccessTokenResponse tokens(ClientRegistration his, OAuth2AuthorizationRequest asked, String code) {
        OAuth2AuthorizationResponse answer = OAuth2AuthorizationResponse.success(code)
                .redirectUri(asked.getRedirectUri())
                .state(asked.getState())
                .build();
        try {
            return tokens.getTokenResponse(
                    new OAuth2AuthorizationCodeGrantRequest(his, new OAuth2AuthorizationExchange(asked, answer)));
        } catch (OAuth2AuthorizationException refused) {
            boolean away = refused.getError().getErrorCode().equals(NO_ANSWER);
            throw new LaunchRefusedException(away ? Trouble.HIS_AWAY : Trouble.NOT_BELIEVED, "code");
        }
    }
}
