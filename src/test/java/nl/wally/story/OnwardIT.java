package nl.wally.story;

import static nl.wally.Answers.ok;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.wally.FhirClient.Answer;
import nl.wally.Messages;
import nl.wally.ReferralLife;
import nl.wally.ServerIT;
import nl.wally.access.ClientRegistry;
import nl.wally.conformance.Canonicals;
import nl.wally.shared.Caller;
import nl.wally.shared.Caller.Capacity;
import nl.wally.workflow.Guard;
import org.hl7.fhir.r4.model.HealthcareService;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.hl7.fhir.r4.model.Type;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The Wally brings a person further, and where to is recorded (W-5); the coordinators keep the directory of offers. */
class OnwardIT extends ServerIT {
    private static final String GP = "his-demo-1";
    private static final String SANNE = "wally-demo-1";
    private static final String COORDINATOR = "coordinator-demo";
    private static final String ELSEWHERE = "coordinator-elsewhere";

    @Autowired
    private ClientRegistry clients;

    @Test
    void sanneFindsAnOfferAndTheGpSeesWhereTheaWent() {
        // Given an offer in the directory that everybody can find
        ReferralLife thea = started();
        for (String client : List.of(GP, SANNE, COORDINATOR, "his-demo-2")) {
            List<HealthcareService> found = server.get(
                            client,
                            "/HealthcareService?service-type=finances&active=true&organization=Organization/social-1"
                                    + "&name=financieel")
                    .all(HealthcareService.class);
            assertThat(found).as(client).isNotEmpty();
        }

        // When Sanne goes there with Thea, and records it
        ok(thea.change(SANNE, task -> {
            task.setBusinessStatus(Messages.concept(Canonicals.SYSTEM_BUSINESS_STATUS, "referred-onward"));
            onward(task, new Reference("HealthcareService/debt-desk"));
        }));

        // Then she can end the referral with that outcome, and the GP reads where to
        ok(complete(thea, "referred-onward", task -> {}));
        assertThat(thea.task().getOutput())
                .anyMatch(output -> output.getValue() instanceof Reference where
                        && where.getReference().equals("HealthcareService/debt-desk"));
        assertThat(server.get(GP, "/HealthcareService/debt-desk").status()).isEqualTo(200);
    }

    @Test
    void whoIsReferredOnwardGoesSomewhere() {
        ReferralLife thea = started();
        ok(thea.change(
                SANNE,
                task -> task.setBusinessStatus(
                        Messages.concept(Canonicals.SYSTEM_BUSINESS_STATUS, "referred-onward"))));

        Answer nowhere = complete(thea, "referred-onward", task -> {});
        assertThat(nowhere.status()).as(nowhere.body()).isEqualTo(422);
        assertThat(nowhere.problems()).containsExactly("outcome-missing");
        assertThat(nowhere.body()).contains("says where to");

        ok(complete(thea, "referred-onward", task -> onward(task, new StringType("Taalcafé in de bibliotheek"))));
    }

    @Test
    void anOfferOrOrganisationThatDoesNotExistIsRefused() {
        ReferralLife thea = started();
        for (String nowhere : List.of("HealthcareService/", "Organization/")) {
            Answer refused = thea.change(SANNE, task -> onward(task, new Reference(nowhere + UUID.randomUUID())));
            assertThat(refused.status()).as(refused.body()).isEqualTo(422);
            assertThat(refused.problems()).containsExactly("reference-unresolved");
        }
        ok(thea.change(SANNE, task -> onward(task, new Reference("Organization/social-2"))));
    }

    @Test
    void aCoordinatorKeepsTheOffersOfTheOwnOrganisation() {
        elsewhere();
        HealthcareService offer = created(COORDINATOR, offer("Organization/social-1"));
        String reference = "/" + reference(offer);

        // The directory is read by all, and kept by those whose it is
        offer.setComment("Nu ook op donderdag.");
        assertThat(server.put(SANNE, offer).problems()).containsExactly("forbidden");
        assertThat(server.put(GP, offer).problems()).containsExactly("forbidden");
        assertThat(server.put(ELSEWHERE, offer).problems()).containsExactly("forbidden");
        Answer own = server.put(COORDINATOR, offer);
        assertThat(own.status()).as(own.body()).isEqualTo(200);
        assertThat(server.put(COORDINATOR, offer).status())
                .as("the version is old")
                .isEqualTo(412);
        assertThat(server.get(SANNE, reference + "/_history/1").status()).isEqualTo(200);
        assertThat(server.get(SANNE, reference + "/_history").all(HealthcareService.class))
                .hasSize(2);

        // Nobody gives an offer to somebody else's organisation
        HealthcareService given = server.read(COORDINATOR, reference(offer), HealthcareService.class);
        given.getProvidedBy().setReference("Organization/practice-2");
        Answer practice = server.post(ELSEWHERE, "/HealthcareService", withoutId(given));
        assertThat(practice.problems()).containsExactly("forbidden");
    }

    @Test
    void whatAnOrganisationWithoutCoordinatorOffersIsKeptByAll() {
        elsewhere();
        Organization library = Messages.example("Organization-social-1", Organization.class);
        library.setName("Bibliotheek " + UUID.randomUUID());
        Organization stored = created(COORDINATOR, withoutId(library));

        HealthcareService offer = created(COORDINATOR, offer(reference(stored)));

        offer.setActive(false);
        Answer other = server.put(ELSEWHERE, offer);
        assertThat(other.status()).as(other.body()).isEqualTo(200);
        assertThat(server.put(SANNE, offer).problems()).containsExactly("forbidden");
    }

    private void elsewhere() {
        clients.register(new Caller(ELSEWHERE, "Organization/social-2", null, Capacity.COORDINATOR), "demo");
    }

    private ReferralLife started() {
        ReferralLife thea = ReferralLife.begin(server, 1);
        ok(thea.step(SANNE, TaskStatus.ACCEPTED, Set.of()));
        ok(thea.step(SANNE, TaskStatus.INPROGRESS, Set.of()));
        return thea;
    }

    private Answer complete(ReferralLife thea, String outcome, java.util.function.Consumer<Task> more) {
        return thea.step(SANNE, TaskStatus.COMPLETED, EnumSet.of(Guard.G_FEEDBACK), task -> {
            task.addOutput()
                    .setType(Messages.concept(Canonicals.SYSTEM_TASK_OUTPUT, "outcome"))
                    .setValue(Messages.concept(Canonicals.SYSTEM_OUTCOME, outcome));
            more.accept(task);
        });
    }

    private static void onward(Task task, Type where) {
        task.addOutput()
                .setType(Messages.concept(Canonicals.SYSTEM_TASK_OUTPUT, "onward-referral"))
                .setValue(where);
    }

    private static HealthcareService offer(String provider) {
        HealthcareService offer = Messages.example("HealthcareService-walking-group", HealthcareService.class);
        offer.getProvidedBy().setReference(provider);
        return withoutId(offer);
    }

    private static <T extends Resource> T withoutId(T resource) {
        resource.setId((String) null);
        return resource;
    }

    @SuppressWarnings("unchecked")
    private <T extends Resource> T created(String client, T resource) {
        Answer answer = server.post(client, "/" + resource.fhirType(), resource);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return (T) answer.resource();
    }

    private static String reference(Resource resource) {
        return resource.fhirType() + "/" + resource.getIdElement().getIdPart();
    }
}
