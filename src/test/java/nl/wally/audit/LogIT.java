package nl.wally.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import nl.wally.FhirClient.Answer;
import nl.wally.ReferralLife;
import nl.wally.ServerIT;
import nl.wally.access.ClientRegistry;
import nl.wally.shared.Caller;
import nl.wally.shared.Caller.Capacity;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventAction;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who looks into the log, and what it says there. */
class LogIT extends ServerIT {
    private static final String OFFICER = "privacy-demo";
    private static final String SANNE = "wally-demo-1";

    private static ReferralLife thea;

    @Autowired
    private ClientRegistry clients;

    @BeforeEach
    void somebodyLooked() {
        if (thea == null) {
            thea = ReferralLife.begin(server, 1);
            for (int i = 0; i < 3; i++) {
                assertThat(server.get(SANNE, "/" + thea.reference(Task.class)).status())
                        .isEqualTo(200);
            }
        }
    }

    @Test
    void saysWhoLookedAtWhat() {
        AuditEvent event = search("patient=" + person() + "&agent=PractitionerRole/wally-1")
                .get(0);
        assertThat(event.getAction()).isEqualTo(AuditEventAction.R);
        assertThat(event.getSubtypeFirstRep().getCode()).isEqualTo("read");
        assertThat(event.getOutcome()).isEqualTo(AuditEvent.AuditEventOutcome._0);
        assertThat(event.getAgent())
                .extracting(agent -> agent.getWho().getReference())
                .containsExactly(null, "PractitionerRole/wally-1", "Organization/social-1");
        assertThat(event.getAgentFirstRep().getAltId()).isEqualTo(SANNE);
        assertThat(event.getAgentFirstRep().getNetwork().getAddress()).isEqualTo("127.0.0.1");
        assertThat(event.getEntity())
                .extracting(entity -> entity.getWhat().getReference())
                .contains(person(), thea.reference(Task.class) + "/_history/1");
        AuditEvent read = server.get(
                        OFFICER, "/AuditEvent/" + event.getIdElement().getIdPart())
                .resource(AuditEvent.class);
        assertThat(read.getRecorded()).isEqualTo(event.getRecorded());
        assertThat(read.getEntity()).hasSameSizeAs(event.getEntity());
    }

    @Test
    void pagesThroughAllOfIt() {
        List<String> all = ids(search("patient=" + person() + "&_count=100"));
        List<String> paged = new ArrayList<>();
        Bundle page = server.get(OFFICER, "/AuditEvent?patient=" + person() + "&_count=2")
                .resource(Bundle.class);
        while (page.getLink("next") != null && paged.size() < all.size()) {
            paged.addAll(ids(events(page)));
            String next = page.getLink("next").getUrl();
            page = server.get(OFFICER, next.substring(next.indexOf("/AuditEvent")))
                    .resource(Bundle.class);
        }
        paged.addAll(ids(events(page)));
        assertThat(paged).doesNotHaveDuplicates().containsSubsequence(all).hasSizeGreaterThan(3);
    }

    @Test
    void isForTheOwnPrivacyOfficerOnly() {
        String id = search("patient=" + person()).get(0).getIdElement().getIdPart();
        clients.register(
                new Caller("log-officer-1", "Organization/practice-1", null, Capacity.PRIVACY_OFFICER), "demo");
        clients.register(
                new Caller("log-officer-2", "Organization/practice-2", null, Capacity.PRIVACY_OFFICER), "demo");
        assertThat(server.get("log-officer-1", "/AuditEvent/" + id).status())
                .as("the practice sent the referral")
                .isEqualTo(200);
        for (String other : List.of("log-officer-2", "his-demo-1", SANNE, "coordinator-demo", "operator-demo")) {
            assertThat(server.get(other, "/AuditEvent/" + id).status())
                    .as(other)
                    .isEqualTo(404);
            assertThat(events(
                            server.get(other, "/AuditEvent?patient=" + person()).resource(Bundle.class)))
                    .as(other)
                    .isEmpty();
        }
        assertThat(server.get("log-officer-2", "/" + person() + "/$audit-overview")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aLookIntoTheLogIsInTheLog() {
        search("patient=" + person());
        AuditEvent look = search("patient=" + person() + "&agent=" + OFFICER).get(0);
        assertThat(look.getSubtypeFirstRep().getCode()).isEqualTo("search-type");
        assertThat(look.getAction()).isEqualTo(AuditEventAction.E);
    }

    @Test
    void tellsThePersonInPlainDutch() {
        Answer answer = server.send(server.request(OFFICER, "/" + person() + "/$audit-overview")
                .header("Accept", "text/html")
                .GET());
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body())
                .contains("Wie uw gegevens heeft bekeken", "het verloop van uw verwijzing: bekeken", "Sanne")
                .doesNotContain("Thea");
    }

    @Test
    void refusesADateThatIsNone() {
        Answer answer = server.get(OFFICER, "/AuditEvent?date=gisteren");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problems()).containsExactly("parameter-invalid");
    }

    private String person() {
        return thea.reference(Patient.class);
    }

    private List<AuditEvent> search(String query) {
        Answer answer = server.get(OFFICER, "/AuditEvent?" + query);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return events(answer.resource(Bundle.class));
    }

    private static List<AuditEvent> events(Bundle page) {
        return page.getEntry().stream()
                .map(entry -> (AuditEvent) entry.getResource())
                .toList();
    }

    private static List<String> ids(List<AuditEvent> events) {
        return events.stream().map(event -> event.getIdElement().getIdPart()).toList();
    }
}
