package nl.wally.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import nl.wally.ServerIT;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Referrals come in by themselves for who tries out a system of social workers. */
class PracticeReferralIT extends ServerIT {
    @Autowired
    private PracticeReferral referral;

    @Test
    void arrivesOnTheWorkListOfTheOwnerEachTimeAsAnother() {
        Task first = referral.send();
        Task second = referral.send();

        assertThat(first.getIdentifierFirstRep().getValue())
                .startsWith("WAW-")
                .isNotEqualTo(second.getIdentifierFirstRep().getValue());
        assertThat(first.getFor().getReference()).isNotEqualTo(second.getFor().getReference());
        Task seen = server.read("wally-demo-1", "Task/" + first.getIdElement().getIdPart(), Task.class);
        assertThat(seen.getStatus()).isEqualTo(Task.TaskStatus.REQUESTED);
        assertThat(seen.getOwner().getReference()).isEqualTo("PractitionerRole/wally-1");
        assertThat(server.read("his-demo-1", seen.getFocus().getReference(), org.hl7.fhir.r4.model.ServiceRequest.class)
                        .getRequester()
                        .getReference())
                .isEqualTo("PractitionerRole/gp-1");
    }
}
