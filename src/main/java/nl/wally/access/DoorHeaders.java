package nl.wally.access;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/**
 * What every answer says to a browser, whoever gives it: FHIR, the token endpoint, the guide, a refusal, or Tomcat itself
 * when it cannot read the request. A door that needs more (the guide runs a script) says so itself and replaces the header.
 */
final class DoorHeaders extends ValveBase {
    /** Two years, as the preload list of browsers asks; only said where the request came by https. */
    static final String ONLY_BY_TLS = "max-age=63072000; includeSubDomains";

    private static final Map<String, String> HEADERS = headers();

    DoorHeaders() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        write(request, response);
        getNext().invoke(request, response);
    }

    /** Once more, for an answer that was wiped and begins anew. */
    static void write(Request request, Response response) {
        HEADERS.forEach(response::setHeader);
        if (request.isSecure()) {
            response.setHeader("Strict-Transport-Security", ONLY_BY_TLS);
        }
    }

    private static Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>();
        // Data, never a page: whatever somebody wrote in a note, a browser that is led here runs and loads nothing of
        // it.
        headers.put(
                "Content-Security-Policy",
                "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("X-Frame-Options", "DENY");
        headers.put("Referrer-Policy", "no-referrer");
        headers.put(
                "Permissions-Policy",
                "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()");
        headers.put("Cross-Origin-Opener-Policy", "same-origin");
        headers.put("Cross-Origin-Embedder-Policy", "require-corp");
        headers.put("Cross-Origin-Resource-Policy", "same-origin");
        headers.put("X-Permitted-Cross-Domain-Policies", "none");
        // Nothing of a person stays behind in a cache; what may be kept says so itself.
        headers.put("Cache-Control", "no-store");
        return headers;
    }
}
