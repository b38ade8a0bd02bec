package nl.wally.access;

import static nl.wally.shared.Words.words;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import nl.wally.shared.Problem;
import nl.wally.shared.Refusal;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers requests that Tomcat refuses before any filter sees them: below {@code /fhir} no client expects HTML. */
final class ConnectorErrors extends ErrorReportValve {
    private static final Logger LOG = LoggerFactory.getLogger(ConnectorErrors.class);

    private final OutcomeBody body;

    ConnectorErrors(OutcomeBody body) {
        this.body = body;
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable thrown) {
        int status = response.getStatus();
        if (status < HttpServletResponse.SC_BAD_REQUEST
                || response.getContentWritten() > 0
                || !response.setErrorReported()) {
            return;
        }
        // Tomcat says 501 to a transfer coding and 505 to a version that it does not know, which is the client's doing.
        boolean unknown = status == HttpServletResponse.SC_NOT_IMPLEMENTED
                || status == HttpServletResponse.SC_HTTP_VERSION_NOT_SUPPORTED;
        boolean ours = status >= HttpServletResponse.SC_INTERNAL_SERVER_ERROR && !unknown;
        Refusal refusal = ours
                ? Refusal.of(Problem.INTERNAL, "")
                : new Refusal(
                        Problem.UNREADABLE, "", words("The request line or a header cannot be read: see RFC 9112"));
        int told = unknown ? HttpServletResponse.SC_BAD_REQUEST : status;
        // Without a readable request line nobody knows the path; most callers are FHIR clients.
        String path = request.getRequestURI() == null ? "/fhir" : request.getRequestURI();
        DoorHeaders.write(request, response);
        try {
            body.write(request, response, told, path, refusal);
            response.finishResponse();
        } catch (IOException gone) {
            LOG.debug("The client went away before it was answered");
        }
    }
}
