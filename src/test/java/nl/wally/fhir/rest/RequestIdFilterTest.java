package nl.wally.fhir.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.MDC;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** What log lines of a request are marked with, and that nothing of it stays behind or is taken on trust. */
class RequestIdFilterTest {
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String ID = "0af7651916cd43dd8448eb211c80319c";

    @Test
    void marksLinesWithTheRequestAndTheWholeOfWhichItIsAPart() throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.addHeader("X-Request-Id", ID);
        request.addHeader("X-Correlation-Id", TRACE);
        request.addHeader("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01");
        assertThat(marks(request))
                .containsEntry("requestId", ID)
                .containsEntry("correlationId", TRACE)
                .containsEntry("traceId", TRACE)
                .containsEntry("spanId", "00f067aa0ba902b7");
    }

    @Test
    void leavesNothingBehind() throws Exception {
        MDC.put("ofSomebodyElse", "stays");
        marks(new MockHttpServletRequest());
        assertThat(MDC.getCopyOfContextMap()).containsOnlyKeys("ofSomebodyElse");
        MDC.remove("ofSomebodyElse");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Thea de Vries",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
                "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01\nERROR something"
            })
    void takesNoTraceThatIsNone(String sent) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.addHeader("traceparent", sent);
        request.addHeader("X-Correlation-Id", "Thea de Vries");
        assertThat(marks(request)).containsOnlyKeys("requestId");
    }

    private static Map<String, String> marks(MockHttpServletRequest request) throws ServletException, IOException {
        AtomicReference<Map<String, String>> seen = new AtomicReference<>();
        new RequestIdFilter()
                .doFilter(
                        request, new MockHttpServletResponse(), (asked, answer) -> seen.set(MDC.getCopyOfContextMap()));
        return seen.get();
    }
}
