package nl.wally.sight;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import nl.wally.Absence;
import nl.wally.FhirClient.Answer;
import nl.wally.Messages;
import nl.wally.ReferralLife;
import nl.wally.ServerIT;
import nl.wally.access.ClientRegistry;
import nl.wally.shared.Caller;
import nl.wally.shared.Caller.Capacity;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.RelatedPerson;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A clarification is there for the owner alone (W-4), who speaks for a person for all of the referral: caller × way. */
class ClarificationSightIT extends ServerIT {
    private static final String GP = "his-demo-1";
    private static final String SANNE = "wally-demo-1";
    private static final String JORIS = "wally-demo-2";
    private static final String COACH = "coach-elsewhere";
    private static final String OTHER_COORDINATOR = "coordinator-elsewhere";
    private static final List<String> CALLERS =
            List.of(GP, "his-demo-2", SANNE, JORIS, "coordinator-demo", COACH, OTHER_COORDINATOR);

    @Autowired
    private ClientRegistry clients;

    private ReferralLife thea;
    private Map<String, String> ids;
    private QuestionnaireResponse clarification;

    @BeforeEach
    void aReferralWithAClarification() {
        clients.register(
                new Caller(COACH, "Organization/social-2", "PractitionerRole/coach-1", Capacity.SOCIAL_WORKER), "demo");
        clients.register(new Caller(OTHER_COORDINATOR, "Organization/social-2", null, Capacity.COORDINATOR), "demo");
        thea = ReferralLife.begin(
                server, GP, Messages.fresh(Messages.example("Bundle-TheaReferralCareful", Bundle.class)));
        assertThat(thea.step(SANNE, TaskStatus.ACCEPTED, Set.of()).status()).isEqualTo(200);
        clarification = server.post(SANNE, "/QuestionnaireResponse", Messages.clarification(thea.task()))
                .resource(QuestionnaireResponse.class);
        ids = Map.of(
                "QuestionnaireResponse",
                clarification.getIdElement().getIdPart(),
                "RelatedPerson",
                thea.reference(RelatedPerson.class).split("/")[1]);
    }

    @Test
    void theOwnerAloneSeesWhatWasClarified() {
        sweep("QuestionnaireResponse", Set.of(SANNE));
    }

    @Test
    void whoeverSeesTheReferralSeesWhoSpeaksForThePerson() {
        sweep("RelatedPerson", Set.of(GP, SANNE, JORIS));
    }

    @Test
    void theStandInSeesItWhileTheOwnerIsAway() {
        try (Absence away = Absence.of(server, "PractitionerRole/wally-1")) {
            sweep("QuestionnaireResponse", Set.of(SANNE, JORIS));
        }
    }

    @Test
    void afterTheEndTheLastOwnerStillSeesItAndNobodyStandsInAnyMore() {
        assertThat(thea.step(GP, TaskStatus.CANCELLED, Set.of(nl.wally.workflow.Guard.G_REASON))
                        .status())
                .isEqualTo(200);
        try (Absence away = Absence.of(server, "PractitionerRole/wally-1")) {
            sweep("QuestionnaireResponse", Set.of(SANNE));
        }
    }

    @Test
    void nothingElseTellsThatThereIsAClarification() {
        String reference = "QuestionnaireResponse/" + ids.get("QuestionnaireResponse");
        for (String caller : CALLERS) {
            if (caller.equals(SANNE)) {
                continue;
            }
            assertThat(server.get(caller, "/Provenance?target=" + reference).all(Provenance.class))
                    .as(caller)
                    .isEmpty();
            Answer change = change(caller, reference);
            Answer absent = change(caller, "QuestionnaireResponse/" + UUID.randomUUID());
            assertThat(change.status()).as(caller).isEqualTo(404);
            assertThat(change.body()).isEqualTo(absent.body());
            Answer patch = patch(caller, reference);
            assertThat(patch.status()).as(caller).isEqualTo(404);
        }
        assertThat(server.read(SANNE, reference, Resource.class).getMeta().getVersionId())
                .isEqualTo("1");
    }

    /** Each caller, each way to get at a resource. */
    private void sweep(String type, Set<String> insiders) {
        String id = ids.get(type);
        for (String caller : CALLERS) {
            boolean may = insiders.contains(caller);
            String absent =
                    server.get(caller, "/" + type + "/" + UUID.randomUUID()).body();
            for (String version : List.of("", "/_history", "/_history/1")) {
                Answer answer = server.get(caller, "/" + type + "/" + id + version);
                assertThat(answer.status()).as(caller + version).isEqualTo(may ? 200 : 404);
                if (!may) {
                    assertThat(answer.body()).isEqualTo(absent);
                    assertThat(answer.header("ETag")).isEmpty();
                }
            }
            searches(type, id).forEach(search -> {
                Answer answer = server.get(caller, "/" + search);
                assertThat(answer.status()).as(answer.body()).isEqualTo(200);
                assertThat(answer.resource(Bundle.class).getEntry().stream()
                                .anyMatch(entry -> entry.getResource()
                                        .getIdElement()
                                        .getIdPart()
                                        .equals(id)))
                        .as(caller + " " + search)
                        .isEqualTo(may);
            });
        }
    }

    private Stream<String> searches(String type, String id) {
        String person = thea.reference(Patient.class);
        String referral = thea.reference(ServiceRequest.class);
        Stream<String> own = Stream.of(
                type + "?_id=" + id,
                type + "?patient=" + person,
                type + "?_id=" + id + "&practice=Organization/practice-1");
        return type.equals("RelatedPerson")
                ? own
                : Stream.concat(
                        own,
                        Stream.of(
                                type + "?based-on=" + referral,
                                type + "?author=PractitionerRole/wally-1&status=completed&_id=" + id,
                                "ServiceRequest?_id=" + referral.split("/")[1]
                                        + "&_revinclude=QuestionnaireResponse:based-on"));
    }

    private Answer change(String caller, String reference) {
        QuestionnaireResponse copy = clarification.copy();
        copy.setId(reference);
        return server.put(caller, copy);
    }

    private Answer patch(String caller, String reference) {
        return server.send(server.request(caller, "/" + reference)
                .header("Content-Type", "application/json-patch+json")
                .header("If-Match", "W/\"1\"")
                .method(
                        "PATCH",
                        BodyPublishers.ofString("[{\"op\":\"add\",\"path\":\"/language\",\"value\":\"nl\"}]")));
    }
}
