package nl.wally.fhir.rest;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.RestOperationTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.api.server.ResponseDetails;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;
import nl.wally.conformance.Canonicals;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Resource;

/**
 * Gives a page of a search a weak {@code ETag}, see RFC 9110 section 8.8.3: which versions it shows, in which order, which of
 * them in part, and whether there are more. It is made of what {@link Masking} leaves for this caller, so that it tells
 * nothing that the page does not tell.
 */
@Interceptor
class PageTags {
    @Hook(Pointcut.SERVER_OUTGOING_RESPONSE)
    public void tag(RequestDetails request, ResponseDetails answer) {
        if (request.getRestOperationType() == RestOperationTypeEnum.SEARCH_TYPE
                && request instanceof ServletRequestDetails servlet
                && answer.getResponseResource() instanceof Bundle page) {
            servlet.getServletResponse().setHeader("ETag", "W/\"" + hash(page) + "\"");
        }
    }

    private static String hash(Bundle page) {
        var shown = new StringBuilder();
        page.getEntry().forEach(entry -> shown.append(version(entry)).append('\n'));
        // Where it goes on is sealed anew each time.
        shown.append(Optional.ofNullable(page.getLink("next")).isPresent());
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(shown.toString().getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }

    private static String version(BundleEntryComponent entry) {
        Resource resource = entry.getResource();
        boolean inPart = resource.getMeta().getTag(Canonicals.OBSERVATION_VALUE, "SUBSETTED") != null;
        return entry.getSearch().getMode() + " " + entry.getFullUrl() + " "
                + resource.getMeta().getVersionId() + " " + inPart;
    }
}
