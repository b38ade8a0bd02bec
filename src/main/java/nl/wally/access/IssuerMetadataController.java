package nl.wally.access;

import java.util.List;
import java.util.Map;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Authorization server metadata (RFC 8414). Not Spring's own, which insists on announcing an authorization endpoint: this
 * server offers client credentials only.
 */
@RestController
@EmbeddedIssuer
class IssuerMetadataController {
    static final String PATH = "/.well-known/oauth-authorization-server";

    private final String issuer;

    IssuerMetadataController(AccessProperties settings) {
        this.issuer = settings.issuer();
    }

    @GetMapping(PATH)
    Map<String, Object> metadata() {
        return Map.of(
                "issuer",
                issuer,
                "token_endpoint",
                issuer + EmbeddedIssuerConfig.TOKEN,
                "jwks_uri",
                issuer + EmbeddedIssuerConfig.KEYS,
                "response_types_supported",
                List.of(),
                "grant_types_supported",
                List.of(AuthorizationGrantType.CLIENT_CREDENTIALS.getValue()),
                "token_endpoint_auth_methods_supported",
                List.of(
                        ClientAuthenticationMethod.CLIENT_SECRET_BASIC.getValue(),
                        ClientAuthenticationMethod.CLIENT_SECRET_POST.getValue()));
    }
}
