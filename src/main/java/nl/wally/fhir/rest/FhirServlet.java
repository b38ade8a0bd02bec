package nl.wally.fhir.rest;

import static nl.wally.shared.Words.words;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.RestfulServer;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.rest.server.method.BaseMethodBinding;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import jakarta.servlet.http.HttpServletResponse;
import nl.wally.shared.Problem;
import nl.wally.shared.RefusedException;

/** HAPI's server, which says in our words that an interaction is not offered, whatever the HTTP method. */
class FhirServlet extends RestfulServer {
    private static final long serialVersionUID = 1L;

    FhirServlet(FhirContext context) {
        super(context);
    }

    /** Which software answers, and in which version, helps an attacker more than a client. */
    @Override
    public void addHeadersToResponse(HttpServletResponse response) {}

    /** {@link RequestIdFilter} has done so. */
    @Override
    protected void addRequestIdToResponse(ServletRequestDetails request, String id) {}

    @Override
    public BaseMethodBinding determineResourceMethod(RequestDetails request, String path) {
        try {
            return super.determineResourceMethod(request, path);
        } catch (InvalidRequestException unknown) {
            throw new RefusedException(
                    Problem.NOT_SUPPORTED, "", words("This interaction is not offered here; see /fhir/metadata"));
        }
    }
}
