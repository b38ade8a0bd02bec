package nl.wally.access;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import nl.wally.fhir.RequestAtHand;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;

/**
 * Tells whoever works for a request whether its client has hung up: servlets have no word for that. It is found out by reading
 * on without waiting, as for an asynchronous request. Only the thread of the request may ask.
 *
 * <p>A client that closes its own direction and still listens counts as gone, as with most proxies: HTTP has no use for that.
 */
final class Hangups extends ValveBase {
    Hangups() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        BooleanSupplier abandoned = () -> isGone(request.getCoyoteRequest());
        request.setAttribute(RequestAtHand.ABANDONED, abandoned);
        getNext().invoke(request, response);
    }

    /**
     * Where the body has come in, nothing is there to read, or the next request, or the end. Tomcat says of the end that there
     * is one byte, so that whoever reads it gets the exception; no request has only one.
     */
    private static boolean isGone(org.apache.coyote.Request message) {
        AtomicBoolean whole = new AtomicBoolean();
        message.action(ActionCode.REQUEST_BODY_FULLY_READ, whole);
        if (!whole.get()) {
            return false;
        }
        message.action(ActionCode.AVAILABLE, Boolean.TRUE);
        return message.getAvailable() == 1;
    }
}
