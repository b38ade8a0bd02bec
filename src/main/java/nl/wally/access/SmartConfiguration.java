package nl.wally.access;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.Algorithm;
import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.wally.access.client.Assertions;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * What a SMART client has to know of this server, see https://hl7.org/fhir/smart-app-launch/conformance.html. Below
 * {@code /fhir}, where SMART looks for it, and at the root, where the other metadata are. Answered before the FHIR server
 * sees it, which would take the address for that of a resource.
 */
final class SmartConfiguration extends OncePerRequestFilter {
    static final String PATH = "/.well-known/smart-configuration";

    private final ObjectMapper json;
    private final TokenEndpoint endpoint;

    SmartConfiguration(ObjectMapper json, TokenEndpoint endpoint) {
        this.json = json;
        this.endpoint = endpoint;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().endsWith(PATH);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException {
        response.setContentType("application/json");
        response.getOutputStream().write(json.writeValueAsBytes(content()));
    }

    private Map<String, Object> content() {
        Map<String, Object> content = new LinkedHashMap<>(endpoint.metadata());
        content.put("scopes_supported", List.of("system/*.cruds"));
        content.put("capabilities", List.of("client-confidential-asymmetric", "permission-v2"));
        return content;
    }

    /** The algorithms of assertions, by name. */
    static List<String> algorithms() {
        return Assertions.ALGORITHMS.stream().map(Algorithm::getName).sorted().toList();
    }
}
