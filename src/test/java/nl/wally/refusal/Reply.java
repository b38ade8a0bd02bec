package nl.wally.refusal;

import nl.wally.FhirClient;

/** What came back over HTTP, whichever client asked. */
record Reply(int status, String contentType, String body) {
    static Reply of(FhirClient.Answer answer) {
        return new Reply(answer.status(), answer.header("Content-Type").orElse(""), answer.body());
    }
}
