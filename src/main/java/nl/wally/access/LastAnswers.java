package nl.wally.access;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.ApplicationListener;

/**
 * Says on each answer of a node that is about to leave that it is the last one of its connection (RFC 9112 section 9.6), so that
 * nobody sends the next request into a port that closes.
 */
final class LastAnswers extends ValveBase implements ApplicationListener<AvailabilityChangeEvent<ReadinessState>> {
    private volatile boolean leaving;

    LastAnswers() {
        super(true);
    }

    /** Boot says that it takes no more before anything else of it stops. */
    @Override
    public void onApplicationEvent(AvailabilityChangeEvent<ReadinessState> change) {
        leaving = change.getState() == ReadinessState.REFUSING_TRAFFIC;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        if (leaving) {
            response.setHeader("Connection", "close");
        }
        getNext().invoke(request, response);
    }
}
