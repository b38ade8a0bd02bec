package nl.wally.fhir.rest;

import io.micrometer.common.KeyValue;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import nl.wally.conformance.Capabilities;
import org.springframework.http.server.observation.DefaultServerRequestObservationConvention;
import org.springframework.http.server.observation.ServerHttpObservationDocumentation.HighCardinalityKeyNames;
import org.springframework.http.server.observation.ServerRequestObservationContext;
import org.springframework.stereotype.Component;

/**
 * What metrics and traces call a request: by its route, never by its address, in which ids stand. HAPI's servlet has no
 * routes that Spring knows, so they are told from the parts of the path that the CapabilityStatement names; what a client
 * made up has one name for all of it.
 */
@Component
class Routes extends DefaultServerRequestObservationConvention {
    private static final Set<String> KNOWN = Set.of("metadata", ".well-known", "smart-configuration");

    private final Capabilities capabilities;

    Routes(Capabilities capabilities) {
        this.capabilities = capabilities;
    }

    @Override
    protected KeyValue uri(ServerRequestObservationContext context) {
        HttpServletRequest request = context.getCarrier();
        return context.getPathPattern() == null && request != null && isFhir(request)
                ? context.computeIfAbsent(Routes.class, once -> KeyValue.of("uri", of(request.getRequestURI())))
                : super.uri(context);
    }

    /** The address itself is nobody's business. */
    @Override
    protected KeyValue httpUrl(ServerRequestObservationContext context) {
        return HighCardinalityKeyNames.HTTP_URL.withValue(KeyValue.NONE_VALUE);
    }

    @Override
    public String getContextualName(ServerRequestObservationContext context) {
        return method(context).getValue() + " " + uri(context).getValue();
    }

    private static boolean isFhir(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path != null && (path.equals("/fhir") || path.startsWith("/fhir/"));
    }

    /** For instance {@code /fhir/Task/{id}/$available-actions} of {@code /fhir/Task/7e…/$available-actions}. */
    String of(String path) {
        String[] parts = path.substring("/fhir".length()).split("/");
        StringBuilder route = new StringBuilder("/fhir");
        for (int i = 1; i < parts.length && i < 5; i++) {
            route.append('/').append(i == 1 ? first(parts[1]) : later(parts[i], parts[i - 1], parts[1]));
        }
        return route.toString();
    }

    private String first(String part) {
        boolean known = capabilities.types().contains(part) || KNOWN.contains(part);
        return known ? part : part.startsWith("$") ? "{operation}" : "{other}";
    }

    private String later(String part, String before, String type) {
        if (part.startsWith("$")) {
            return capabilities.operates(type, part.substring(1)) ? part : "{operation}";
        }
        if (part.equals("_history") || part.equals("_search") || KNOWN.contains(part)) {
            return part;
        }
        return before.equals("_history") ? "{version}" : "{id}";
    }
}
