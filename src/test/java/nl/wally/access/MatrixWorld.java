package nl.wally.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.wally.Beside;
import nl.wally.FhirClient;
import nl.wally.FhirClient.Answer;
import nl.wally.Messages;
import nl.wally.Neighbourhood;
import nl.wally.ReferralLife;
import nl.wally.shared.Caller;
import nl.wally.shared.Caller.Capacity;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.CommunicationRequest;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.HealthcareService;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.RelatedPerson;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Subscription;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;

/**
 * One referral of a neighbourhood of its own with everything that can belong to it, and two callers for each role: one whose
 * own it is, and one to whom all of it is a stranger's.
 */
final class MatrixWorld {
    private final Map<Capacity, String> strangers = new LinkedHashMap<>();

    private final FhirClient server;
    private final Neighbourhood here;
    private final ReferralLife life;
    private final Map<Capacity, String> insiders = new LinkedHashMap<>();
    private final Map<String, String> things = new LinkedHashMap<>();

    MatrixWorld(FhirClient server, ClientRegistry clients) {
        this.server = server;
        here = new Neighbourhood(server, clients);
        insiders.put(Capacity.PRACTICE, here.his());
        insiders.put(Capacity.SOCIAL_WORKER, here.sanne.client());
        insiders.put(Capacity.COORDINATOR, Neighbourhood.COORDINATOR);
        insiders.put(Capacity.PRIVACY_OFFICER, "privacy-demo");
        insiders.put(Capacity.OPERATOR, "operator-demo");
        strangers.put(Capacity.PRACTICE, "his-demo-2");
        // Of the same organisation, in the team of another practice.
        strangers.put(Capacity.SOCIAL_WORKER, "wally-demo-1");
        for (Capacity elsewhere : new Capacity[] {Capacity.COORDINATOR, Capacity.PRIVACY_OFFICER, Capacity.OPERATOR}) {
            String client = "matrix-" + ClientRegistry.code(elsewhere);
            clients.register(new Caller(client, "Organization/social-2", null, elsewhere), "demo");
            strangers.put(elsewhere, client);
        }
        life = ReferralLife.begin(server, here.his(), careful());
        String sanne = here.sanne.client();
        answer(life.step(sanne, TaskStatus.ACCEPTED, Set.of()), 200);
        answer(life.step(sanne, TaskStatus.INPROGRESS, Set.of()), 200);
        referral();
        directory();
        subscriptions();
    }

    private void referral() {
        String sanne = here.sanne.client();
        for (Class<? extends Resource> type : List.of(
                Patient.class,
                Consent.class,
                ServiceRequest.class,
                Task.class,
                CommunicationRequest.class,
                RelatedPerson.class)) {
            things.put(type.getSimpleName(), life.reference(type));
        }
        things.put(
                "Communication",
                created(
                        here.his(),
                        Beside.message(life.task(), "Zij is verhuisd.").setSender(null)));
        things.put("QuestionnaireResponse", created(sanne, Messages.clarification(life.task())));
        things.put(
                "Provenance",
                Beside.reference(server.get(sanne, "/Provenance?target=" + life.reference(Task.class))
                        .first(Provenance.class)));
    }

    private void directory() {
        things.put("CareTeam", here.teamReference());
        things.put("Organization", here.practice());
        things.put("PractitionerRole", here.sanne.role());
        things.put(
                "Practitioner",
                server.read(Neighbourhood.COORDINATOR, here.sanne.role(), PractitionerRole.class)
                        .getPractitioner()
                        .getReference());
        things.put("HealthcareService", here.created(offer()));
        things.put("Appointment", created(here.his(), here.meeting(Instant.now().plusSeconds(86400))));
        things.put("AuditEvent", ofLog());
        things.put("Questionnaire", "Questionnaire/waw-clarification-form");
    }

    /** Something that the Wally of this team did. */
    private String ofLog() {
        return Beside.reference(server.get(insider(Capacity.PRIVACY_OFFICER), "/AuditEvent?agent=" + here.sanne.role())
                .first(AuditEvent.class));
    }

    String insider(Capacity role) {
        return insiders.getOrDefault(role, "nobody-acts-as-" + role);
    }

    String stranger(Capacity role) {
        return strangers.getOrDefault(role, "nobody-acts-as-" + role);
    }

    /** The same of a role: its own subscription, where it may have one. */
    String thing(Capacity role, String type) {
        return type.equals("Subscription") ? things.getOrDefault(type + role, thing(type)) : thing(type);
    }

    private void subscriptions() {
        for (Capacity role : List.of(Capacity.SOCIAL_WORKER, Capacity.COORDINATOR, Capacity.PRACTICE)) {
            String made = created(insider(role), subscription());
            things.put("Subscription" + role, made);
            things.put("Subscription", made);
        }
    }

    private static Subscription subscription() {
        Subscription asked = Messages.example("Subscription-HisSubscription", Subscription.class);
        asked.setStatus(Subscription.SubscriptionStatus.REQUESTED).setId((String) null);
        asked.getChannel().setEndpoint("http://localhost:9/hooks/matrix").setHeader(null);
        return asked;
    }

    /** What there is of a type; {@code Type/id}. */
    String thing(String type) {
        assertThat(things)
                .as("the world of the matrix has no " + type + " yet: make one")
                .containsKey(type);
        return things.get(type);
    }

    /** The same, as somebody reads it who sees it whole; a message in place of a Bundle. */
    Resource whole(String type) {
        if (type.equals("Bundle")) {
            return careful();
        }
        return switch (type) {
            case "QuestionnaireResponse" ->
                server.get(here.sanne.client(), "/" + thing(type)).resource();
            default -> server.get(here.his(), "/" + thing(type)).resource();
        };
    }

    /** Creates something of this type as the insider of a role would: with what has to come along. */
    Answer create(Capacity role, String type) {
        String client = insider(role);
        Task main = life.task();
        return switch (type) {
            case "Communication" ->
                role == Capacity.PRACTICE
                        ? server.post(
                                client,
                                "/Communication",
                                Beside.message(main, "Bel na zes uur.").setSender(null))
                        : server.post(client, "/Communication", Messages.attempt(main, "no-answer"));
            case "QuestionnaireResponse" -> server.post(client, "/QuestionnaireResponse", Messages.clarification(main));
            case "Task", "CommunicationRequest" ->
                role == Capacity.PRACTICE
                        ? server.post(client, "", careful())
                        : server.post(client, "", question(main));
            case "ServiceRequest", "Consent", "Patient", "RelatedPerson" -> server.post(client, "", careful());
            case "Subscription" -> server.post(client, "/Subscription", subscription());
            default -> server.post(client, "/" + type, directory(type));
        };
    }

    /** Something new of the directory. */
    private Resource directory(String type) {
        Resource copy = type.equals("HealthcareService") ? offer() : whole(type);
        copy.setId((String) null);
        copy.setMeta(null);
        if (copy instanceof CareTeam team) {
            team.getManagingOrganizationFirstRep().setReference(here.created(directory("Organization")));
        }
        if (copy instanceof Practitioner person) {
            person.getIdentifier().clear();
        }
        if (copy instanceof Organization organization) {
            organization.setName("Praktijk " + UUID.randomUUID());
            organization.getIdentifier().clear();
        }
        return copy;
    }

    private static HealthcareService offer() {
        HealthcareService offer = Messages.example("HealthcareService-walking-group", HealthcareService.class);
        offer.setProvidedBy(new Reference(Neighbourhood.SELF));
        return offer;
    }

    /** A referral with a representative, as the practice sends it. */
    private Bundle careful() {
        return here.from(Messages.example("Bundle-TheaReferralCareful", Bundle.class));
    }

    private static Bundle question(Task main) {
        Bundle bundle = Beside.question(main, "Weet u een ander nummer?");
        Messages.part(bundle, Task.class).setRequester(null).setOwner(null);
        Messages.part(bundle, CommunicationRequest.class)
                .setRequester(null)
                .setRecipient(null)
                .setSender(null);
        return bundle;
    }

    private String created(String client, Resource resource) {
        return Beside.reference(answer(server.post(client, "/" + resource.fhirType(), resource), 201)
                .resource());
    }

    private static Answer answer(Answer answer, int status) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        return answer;
    }
}
