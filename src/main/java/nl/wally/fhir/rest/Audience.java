package nl.wally.fhir.rest;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import jakarta.servlet.http.HttpServletRequest;
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

    /**
     * As the request says.
     *
     * @param baseUrl the address of {@code /fhir} as clients see it; null when it is taken from the request
     */
    static Audience of(HttpServletRequest request, @Nullable String baseUrl) {
        String url = request.getRequestURL().toString();
        String root = url.substring(0, url.length() - request.getRequestURI().length()) + request.getContextPath();
        return of(baseUrl == null ? root + FHIR : baseUrl, request.getHeader("Accept-Language"));
    }

    static Audience of(RequestDetails request) {
        return of(request.getFhirServerBase(), request.getHeader("Accept-Language"));
    }

    private static Audience of(String base, @Nullable String acceptLanguage) {
        String root = base.endsWith(FHIR) ? base.substring(0, base.length() - FHIR.length()) : base;
        return new Audience(Language.preferred(acceptLanguage), root + "/ig");
    }
}
