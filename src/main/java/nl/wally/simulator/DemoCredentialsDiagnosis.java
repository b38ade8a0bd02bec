package nl.wally.simulator;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in plain words why the server does not start, and how it would. */
class DemoCredentialsDiagnosis extends AbstractFailureAnalyzer<DemoCredentialsException> {
    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, DemoCredentialsException cause) {
        return new FailureAnalysis(
                cause.getMessage(),
                "Disable these clients (update oauth_client set enabled = false where client_id in (…)) and leave"
                        + " wally.simulator.demo-region on auto or off. Only where no data of real people is near:"
                        + " set wally.simulator.allow-demo-credentials=true.",
                cause);
    }
}
