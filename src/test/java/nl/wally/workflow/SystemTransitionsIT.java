package nl.wally.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nl.wally.Absence;
import nl.wally.Consents;
import nl.wally.FhirClient.Answer;
import nl.wally.ReferralLife;
import nl.wally.ReferralRows;
import nl.wally.ServerIT;
import nl.wally.conformance.Canonicals;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.CommunicationRequest.CommunicationRequestStatus;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentState;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** The steps that the server takes of itself when consent is withdrawn (W-2): in every status, whoever it was told to. */
class SystemTransitionsIT extends ServerIT {
    private static final String GP = "his-demo-1";
    private static final String SANNE = "wally-demo-1";
    private static final String JORIS = "wally-demo-2";
    private static final StateTable STATES = StateTable.load();
    private static final Map<TaskStatus, Transition> BY_SYSTEM = TransitionTable.load().all().stream()
            .filter(row -> row.actor() == Actor.SYSTEM)
            .collect(Collectors.toMap(Transition::from, row -> row));

    @Autowired
    private JdbcTemplate jdbc;

    @ParameterizedTest(name = "told by {0}, {1}")
    @CsvSource({
        "his-demo-1, PUT, Organization/practice-1",
        "wally-demo-1, JSON_PATCH, PractitionerRole/wally-1",
        "wally-demo-2, FHIR_PATCH, PractitionerRole/wally-2"
    })
    void endsWhatIsOpenAndLeavesWhatHasEnded(String client, Consents.Form form, String who) {
        Map<String, Integer> seen = new TreeMap<>();
        for (TaskStatus status : STATES.statuses()) {
            ReferralLife life = TransitionsIT.bring(server, status);
            Task before = life.task();
            int notices = life.notices(GP).size();

            Answer answer = withdraw(client, life, form);

            assertThat(answer.status()).as(status + answer.body()).isEqualTo(200);
            assertThat(answer.resource(Consent.class).getStatus()).isEqualTo(ConsentState.INACTIVE);
            if (BY_SYSTEM.containsKey(status)) {
                assertCancelled(life, before);
                seen.merge("cancelled", 1, Integer::sum);
            } else {
                assertThat(TaskCompletion.isTerminal(status)).as("%s", status).isTrue();
                assertThat(life.task().getMeta().getVersionId())
                        .isEqualTo(before.getMeta().getVersionId());
                assertThat(life.notices(GP)).hasSize(notices);
                seen.merge("left as it was", 1, Integer::sum);
            }
            assertAccessEnded(life, BY_SYSTEM.containsKey(status) || notices > 0);
            assertThat(recorded(life.reference(Consent.class)))
                    .extracting(entry -> entry.getAgentFirstRep().getWho().getReference())
                    .containsExactly(who);
            new ReferralRows(jdbc).assertConsistent(life);
        }
        System.out.println("Consent withdrawn by " + client + ": " + seen);
        assertThat(seen).isEqualTo(Map.of("cancelled", 5, "left as it was", 5));
    }

    @Test
    void theTableHasNoOtherStepOfTheSystem() {
        assertThat(BY_SYSTEM.values()).extracting(Transition::to).containsOnly(TaskStatus.CANCELLED);
        assertThat(BY_SYSTEM.values())
                .extracting(Transition::id)
                .containsExactlyInAnyOrder("T07", "T08", "T09", "T19", "T20");
    }

    private Answer withdraw(String client, ReferralLife life, Consents.Form form) {
        if (!client.equals(JORIS)) {
            return Consents.withdraw(server, client, life, form);
        }
        try (Absence holiday = Absence.of(server, "PractitionerRole/wally-1")) {
            return Consents.withdraw(server, client, life, form);
        }
    }

    private void assertCancelled(ReferralLife life, Task before) {
        Task task = life.task();
        assertThat(task.getStatus()).isEqualTo(TaskStatus.CANCELLED);
        assertThat(task.getStatusReason().getCodingFirstRep().getCode()).isEqualTo("consent-withdrawn");
        assertThat(task.getBusinessStatus().getCodingFirstRep().getCode()).isEqualTo("closed");
        assertThat(task.getOwner().getReference()).isEqualTo(before.getOwner().getReference());
        assertThat(task.getExecutionPeriod().hasEnd())
                .isEqualTo(before.getExecutionPeriod().hasStart());
        assertThat(life.referral().getStatus()).isEqualTo(ServiceRequestStatus.REVOKED);
        assertThat(life.request().getStatus()).isEqualTo(CommunicationRequestStatus.REVOKED);
        assertThat(recorded(life.reference(Task.class)))
                .filteredOn(entry -> "cancelled".equals(entry.getActivity().getText()))
                .extracting(entry -> entry.getAgentFirstRep().getWho().getDisplay())
                .containsExactly("Waar is Wally");
        String number = task.getIdentifierFirstRep().getValue();
        for (String client : List.of(GP, SANNE, JORIS)) {
            assertThat(life.notices(client)).as(client).hasSize(1).allSatisfy(notice -> assertNotice(notice, number));
        }
    }

    private static void assertNotice(Communication notice, String number) {
        assertThat(notice.getReasonCodeFirstRep().getCodingFirstRep().getCode()).isEqualTo("consent-withdrawn");
        assertThat(notice.getPartOfFirstRep().getIdentifier().getSystem()).isEqualTo(Canonicals.REFERRAL_NUMBER);
        assertThat(notice.getPartOfFirstRep().getIdentifier().getValue()).isEqualTo(number);
        assertThat(notice.getRecipient())
                .extracting("reference")
                .containsExactly("Organization/practice-1", "PractitionerRole/wally-1");
    }

    private void assertAccessEnded(ReferralLife life, boolean told) {
        for (String client : Set.of(SANNE, JORIS)) {
            for (var type : List.of(Task.class, Consent.class, org.hl7.fhir.r4.model.ServiceRequest.class)) {
                assertThat(server.get(client, "/" + life.reference(type)).status())
                        .as(client + type)
                        .isEqualTo(404);
            }
            assertThat(life.notices(client).isEmpty()).isEqualTo(!told);
        }
        assertThat(server.get("coordinator-demo", "/" + life.reference(Task.class))
                        .status())
                .isEqualTo(200);
    }

    private List<Provenance> recorded(String target) {
        return server.get(GP, "/Provenance?target=" + target).all(Provenance.class);
    }
}
