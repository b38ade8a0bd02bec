package nl.wally.access.client;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in plain words why the server does not start. */
class ClientsFileDiagnosis extends AbstractFailureAnalyzer<ClientsFileException> {
    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, ClientsFileException cause) {
        return new FailureAnalysis(
                cause.getMessage(),
                "Mend the file that wally.access.clients-file names; the guide describes it under Security, Clients.",
                cause);
    }
}
