package nl.wally.ops;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/**
 * Says which of the two ports is taken. The server does not go on without its metrics: one that nobody can watch looks like
 * one that is well.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
class OperatorPortDiagnosis extends AbstractFailureAnalyzer<PortInUseException> {
    private final Environment environment;

    OperatorPortDiagnosis(Environment environment) {
        this.environment = environment;
    }

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable failure, PortInUseException taken) {
        String port = String.valueOf(taken.getPort());
        if (!port.equals(environment.getProperty("management.server.port"))) {
            return null;
        }
        return new FailureAnalysis(
                "Port " + port
                        + ", on which this server tells how it is doing (health and metrics), is taken by another"
                        + " process.",
                "Set management.server.port to a free port, or to -1 for a server that nobody watches.",
                failure);
    }
}
