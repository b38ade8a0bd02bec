package nl.wally.sight;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.wally.Consents;
import nl.wally.FhirClient.Answer;
import nl.wally.Messages;
import nl.wally.ReferralLife;
import nl.wally.ServerIT;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.CommunicationRequest;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** W-2: after consent was withdrawn the social side sees nothing of the referral but the closing notice, whatever the way. */
class WithdrawnSightIT extends ServerIT {
    private static final String GP = "his-demo-1";
    private static final String SANNE = "wally-demo-1";
    private static final String JORIS = "wally-demo-2";

    @Autowired
    private JdbcTemplate jdbc;

    private static final String COORDINATOR = "coordinator-demo";

    private static ReferralLife thea;
    private static List<String> members;
    private static String notice;
    private static Task before;

    @BeforeEach
    void consentIsWithdrawn() {
        if (thea == null) {
            thea = ReferralLife.begin(server, 1);
            assertThat(thea.step(SANNE, TaskStatus.ACCEPTED, Set.of()).status()).isEqualTo(200);
            before = thea.task();
            create(Messages.attempt(before, "voicemail"));
            create(Messages.interim(thea.finalFeedback(SANNE, before), "Er is contact geweest."));
            for (String member : members()) {
                for (String client : List.of(SANNE, JORIS)) {
                    assertThat(server.get(client, "/" + member).status())
                            .as(member)
                            .isEqualTo(200);
                }
            }
            assertThat(Consents.withdraw(server, SANNE, thea).status()).isEqualTo(200);
            notice = "Communication/" + thea.notices(GP).get(0).getIdElement().getIdPart();
            members = new ArrayList<>(members());
            members.remove(notice);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {SANNE, JORIS})
    void readsNothing(String client) {
        for (String member : members) {
            Answer absent = server.get(client, "/" + type(member) + "/" + UUID.randomUUID());
            boolean versions = !member.startsWith("Provenance");
            for (String path : versions ? List.of("", "/_history/1", "/_history/2", "/_history") : List.of("")) {
                Answer answer = server.get(client, "/" + member + path);
                assertThat(answer.status()).as(client + member + path).isEqualTo(404);
                assertThat(answer.body()).isEqualTo(absent.body());
            }
            assertThat(server.get(GP, "/" + member).status()).as(member).isEqualTo(200);
        }
        assertThat(members).extracting(WithdrawnSightIT::type).contains("Patient", "Consent", "Provenance", "Task");
        System.out.println("Members out of sight of " + client + " after withdrawal: " + members.size());
    }

    @ParameterizedTest
    @ValueSource(strings = {SANNE, JORIS})
    void findsAndIncludesNothing(String client) {
        String task = thea.reference(Task.class);
        String person = thea.reference(Patient.class);
        String number = before.getIdentifierFirstRep().getValue();
        List<String> searches = new ArrayList<>(List.of(
                "/Task?patient=" + person,
                "/Task?identifier=" + number,
                "/Task?recipient=PractitionerRole/wally-1&patient=" + person,
                "/ServiceRequest?patient=" + person,
                "/CommunicationRequest?patient=" + person,
                "/Consent?patient=" + person,
                "/Communication?based-on=" + thea.reference(CommunicationRequest.class),
                "/Communication?category=contact-attempt&part-of=" + task,
                "/Provenance?target=" + task,
                "/Provenance?target=" + thea.reference(Consent.class)));
        members.forEach(member -> searches.add("/" + type(member) + "?_id=" + id(member)));
        for (String search : searches) {
            assertThat(found(client, search)).as(client + search).isEmpty();
        }
        String includes =
                "&_include=Communication:part-of&_include=Communication:based-on&_include=Communication:patient";
        for (String search : List.of("/Communication?_id=" + id(notice), "/Communication?patient=" + person)) {
            assertThat(found(client, search + includes)).as(client + search).containsExactly(notice);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {SANNE, JORIS})
    void changesNothingAndRefersToNothing(String client) {
        for (String member : members) {
            Resource now = server.get(GP, "/" + member).resource();
            String missing = type(member) + "/" + UUID.randomUUID();
            Resource absent = now.copy();
            absent.setId(missing);
            Answer put = server.put(client, now);
            assertThat(put.status()).as(member + put.body()).isIn(404, 405, 422, 400);
            assertThat(put.body())
                    .as(member)
                    .isEqualTo(server.put(client, absent).body());
            assertThat(patch(client, member).body())
                    .isEqualTo(patch(client, missing).body());
        }
        Communication attempt = Messages.attempt(before, "no-answer");
        Answer attempted = server.post(client, "/Communication", attempt);
        assertThat(attempted.status()).isEqualTo(422);
        attempt.getPartOfFirstRep().setReference("Task/" + UUID.randomUUID());
        attempt.setSubject(attempt.getSubject().setReference("Patient/" + UUID.randomUUID()));
        attempt.setRecipient(List.of(attempt.getSubject().copy()));
        assertThat(attempted.body())
                .isEqualTo(server.post(client, "/Communication", attempt).body());
    }

    @Test
    void readsTheNoticeThatSaysWhichReferralHasEnded() {
        for (String client : List.of(SANNE, JORIS)) {
            for (String path : List.of("", "/_history/1")) {
                assertThat(server.get(client, "/" + notice + path).status()).isEqualTo(200);
            }
            Communication told = server.read(client, notice, Communication.class);
            assertThat(told.getPartOfFirstRep().getIdentifier().getValue())
                    .isEqualTo(before.getIdentifierFirstRep().getValue());
            assertThat(told.getPayload()).hasSize(1);
        }
        assertThat(server.get("his-demo-2", "/" + notice).status()).isEqualTo(404);
        assertThat(server.get("coordinator-demo", "/" + notice).status()).isEqualTo(404);
        assertThat(server.get("coordinator-demo", "/" + thea.reference(Task.class))
                        .status())
                .isEqualTo(200);
        assertThat(server.get("coordinator-demo", "/" + thea.reference(ServiceRequest.class))
                        .status())
                .isEqualTo(404);
    }

    private List<String> members() {
        return jdbc.queryForList(
                "select m.type || '/' || m.resource from referral_member t join referral_member m using (referral)"
                        + " where t.resource = ?::uuid",
                String.class,
                id(thea.reference(Task.class)));
    }

    private List<String> found(String client, String search) {
        Answer answer = server.get(client, search);
        assertThat(answer.status()).as(search + answer.body()).isEqualTo(200);
        return answer.resource(Bundle.class).getEntry().stream()
                .map(entry -> entry.getResource().fhirType() + "/"
                        + entry.getResource().getIdElement().getIdPart())
                .toList();
    }

    private Answer patch(String client, String reference) {
        return server.send(server.request(client, "/" + reference)
                .header("Content-Type", "application/json-patch+json")
                .header("If-Match", "W/\"1\"")
                .method("PATCH", BodyPublishers.ofString("[{\"op\":\"test\",\"path\":\"/status\",\"value\":\"x\"}]")));
    }

    private void create(Communication said) {
        Answer answer = server.post(SANNE, "/Communication", said);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    }

    private static String type(String reference) {
        return reference.substring(0, reference.indexOf('/'));
    }

    private static String id(String reference) {
        return reference.substring(reference.indexOf('/') + 1);
    }
}
