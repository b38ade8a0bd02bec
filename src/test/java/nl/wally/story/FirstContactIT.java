package nl.wally.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import nl.wally.FhirClient;
import nl.wally.Messages;
import nl.wally.ReferralLife;
import nl.wally.ServerIT;
import nl.wally.conformance.Canonicals;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CommunicationRequest;
import org.hl7.fhir.r4.model.CommunicationRequest.CommunicationPriority;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestPriority;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskPriority;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When Sanne promises to call: in her working days and hours, not 24/7 (W-8). She works Monday to Friday, nine to five. */
class FirstContactIT extends ServerIT {
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "late on a Friday night,     2027-03-05T23:59:00+01:00, 2027-03-12T17:00:00+01:00",
        "early on a Monday,          2027-03-08T00:01:00+01:00, 2027-03-15T17:00:00+01:00",
        "on a Sunday,                2027-03-07T12:00:00+01:00, 2027-03-12T17:00:00+01:00",
        "the day before King's Day,  2027-04-26T12:00:00+02:00, 2027-05-04T17:00:00+02:00",
        "on King's Day,              2027-04-27T12:00:00+02:00, 2027-05-04T17:00:00+02:00",
        "on New Year's Eve,          2026-12-31T18:00:00+01:00, 2027-01-08T17:00:00+01:00",
        "before the clocks change,   2027-03-25T12:00:00+01:00, 2027-04-02T17:00:00+02:00"
    })
    void routineIsWithinFiveWorkingDays(String when, OffsetDateTime sent, String due) {
        assertThat(due(at(sent), Messages.referral(1))).isEqualTo(due);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "late on a Friday night,     2027-03-05T23:59:00+01:00, 2027-03-09T17:00:00+01:00",
        "the day before King's Day,  2027-04-26T12:00:00+02:00, 2027-04-29T17:00:00+02:00",
        "on New Year's Eve,          2026-12-31T18:00:00+01:00, 2027-01-05T17:00:00+01:00"
    })
    void urgentIsWithinTwoWorkingDays(String when, OffsetDateTime sent, String due) {
        assertThat(due(at(sent), urgent())).isEqualTo(due);
    }

    @Test
    void aCrisisIsNotForAWally() {
        Bundle bundle = urgent();
        Messages.part(bundle, ServiceRequest.class).setPriority(ServiceRequestPriority.STAT);
        var answer = server.post("his-demo-1", "", bundle);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.problems()).contains("crisis");
    }

    /** The server at another time; tokens of before may not be valid then. */
    private FhirClient at(OffsetDateTime moment) {
        clock.jumpTo(moment.toInstant());
        return new FhirClient(server.base(), context);
    }

    private static Bundle urgent() {
        Bundle bundle = Messages.referral(1);
        Messages.part(bundle, ServiceRequest.class).setPriority(ServiceRequestPriority.URGENT);
        Messages.part(bundle, Task.class).setPriority(TaskPriority.URGENT);
        Messages.part(bundle, CommunicationRequest.class).setPriority(CommunicationPriority.URGENT);
        return bundle;
    }

    private static String due(FhirClient then, Bundle referral) {
        return ReferralLife.begin(then, "his-demo-1", referral)
                .task()
                .getExtensionByUrl(Canonicals.EXTENSION_FIRST_CONTACT_DUE)
                .getValue()
                .primitiveValue();
    }
}
