package nl.wally.fhir.rest;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import jakarta.servlet.http.HttpServletRequest;
import nl.wally.fhir.FhirProperties;
import nl.wally.shared.Language;
import org.jspecify.annotations.Nullable;

/**
 * Whom an answer is for.
 *
 * @param language which language the client prefers
 * @param guide where the client finds the guide, without a slash at the end
 */
record Audience(Language language, String guide) {
    private static final String FHIR = "/fhir";

    /** As the request says. */
    static Audience of(HttpServletRequest request, FhirProperties properties) {
        String url = request.getRequestURL().toString();
        String root = url.substring(0, url.length() - request.getRequestURI().length()) + request.getContextPath();
        return at(properties.root(root), request.getHeader("Accept-Language"));
    }

    /** The same; HAPI knows the address of {@code /fhir}. */
    static Audience of(RequestDetails request) {
        String base = request.getFhirServerBase();
        String root = base.endsWith(FHIR) ? base.substring(0, base.length() - FHIR.length()) : base;
        return at(root, request.getHeader("Accept-Language"));
    }

    private static Audience at(String root, @Nullable String acceptLanguage) {
        return new Audience(Language.preferred(acceptLanguage), root + "/ig");
    }
}
