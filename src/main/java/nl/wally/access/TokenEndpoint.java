package nl.wally.access;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;

/**
 * What the token endpoint offers, in the words of RFC 8414 and RFC 8705.
 *
 * @param issuer name and address of the embedded authorization server
 * @param secrets whether it takes shared secrets
 * @param mutualTls whether connections may show a certificate of the client
 */
record TokenEndpoint(String issuer, boolean secrets, boolean mutualTls) {
    String address() {
        return issuer + EmbeddedIssuerConfig.TOKEN;
    }

    Map<String, Object> metadata() {
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("issuer", issuer);
        metadata.put("token_endpoint", address());
        metadata.put("jwks_uri", issuer + EmbeddedIssuerConfig.KEYS);
        metadata.put("grant_types_supported", List.of(AuthorizationGrantType.CLIENT_CREDENTIALS.getValue()));
        metadata.put("token_endpoint_auth_methods_supported", methods());
        metadata.put("token_endpoint_auth_signing_alg_values_supported", SmartConfiguration.algorithms());
        metadata.put("tls_client_certificate_bound_access_tokens", mutualTls);
        return metadata;
    }

    private List<String> methods() {
        List<String> methods = new ArrayList<>();
        methods.add(ClientAuthenticationMethod.PRIVATE_KEY_JWT.getValue());
        if (mutualTls) {
            methods.add(ClientAuthenticationMethod.TLS_CLIENT_AUTH.getValue());
        }
        if (secrets) {
            methods.add(ClientAuthenticationMethod.CLIENT_SECRET_BASIC.getValue());
            methods.add(ClientAuthenticationMethod.CLIENT_SECRET_POST.getValue());
        }
        return List.copyOf(methods);
    }
}
