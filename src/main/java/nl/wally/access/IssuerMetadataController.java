package nl.wally.access;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    private final TokenEndpoint endpoint;

    IssuerMetadataController(TokenEndpoint endpoint) {
        this.endpoint = endpoint;
    }

    @GetMapping(PATH)
    Map<String, Object> metadata() {
        Map<String, Object> metadata = new LinkedHashMap<>(endpoint.metadata());
        metadata.put("response_types_supported", List.of());
        return metadata;
    }
}
