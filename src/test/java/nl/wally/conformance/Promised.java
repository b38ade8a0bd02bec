package nl.wally.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import nl.wally.Beside;
import nl.wally.FhirClient;
import nl.wally.FhirClient.Answer;
import nl.wally.Messages;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.CommunicationRequest;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.HealthcareService;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Subscription;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Type;

/**
 * One resource of each type that the server promises, with something in every element that can be searched by. Made once
 * for all tests of promises; those only read it, or write it back as it is.
 */
public final class Promised {
    static final String NUMBERS = "https://practice-1.example/referral";

    private static Promised made;

    private final FhirClient server;
    private final Map<String, String> references = new HashMap<>();

    private Promised(FhirClient server, DaoRegistry daos) {
        this.server = server;
        refer();
        tell();
        clarify();
        direct();
        subscribe();
        receive(daos);
        look();
    }

    public static Promised on(FhirClient server, DaoRegistry daos) {
        made = made == null ? new Promised(server, daos) : made;
        made.mark(daos);
        return made;
    }

    /** The resource of a type, as {@code Type/id}. */
    public String reference(String type) {
        return references.get(type);
    }

    /** The resource of a type that has something in the element of this search parameter. */
    public String reference(String type, String parameter) {
        return references.getOrDefault(type + "?" + parameter, reference(type));
    }

    public String id(String type) {
        return reference(type).substring(type.length() + 1);
    }

    /** Who may see and, where it is promised, update the resource of this type. */
    public static String client(String type) {
        return switch (type) {
            case "Practitioner", "PractitionerRole", "Organization", "CareTeam", "HealthcareService" ->
                "coordinator-demo";
            case "Task", "QuestionnaireResponse" -> TheaOnServer.SANNE;
            case "AuditEvent" -> "privacy-demo";
            default -> TheaOnServer.GP;
        };
    }

    /** Replaces {@code {Type}} by the resource promised, {@code {Type.id}}, {@code {Type.identifier}} and {@code {name}}. */
    public String filled(String text) {
        String result = text;
        for (String type : references.keySet()) {
            result = result.replace("{" + type + "}", reference(type));
            result = result.replace("{" + type + ".id}", id(type));
            if (result.contains("{" + type + ".identifier}")) {
                var identifiers = server.read(client(type), reference(type), Resource.class)
                        .getNamedProperty("identifier")
                        .getValues();
                var last = (Identifier) identifiers.get(identifiers.size() - 1);
                result = result.replace("{" + type + ".identifier}", last.getSystem() + "|" + last.getValue());
            }
        }
        if (result.contains("{name}")) {
            String name = server.read(client("Organization"), reference("Organization"), Organization.class)
                    .getName();
            result = result.replace("{name}", name);
        }
        return result;
    }

    private void refer() {
        Bundle bundle = Messages.fresh(Messages.example("Bundle-TheaReferralCareful", Bundle.class));
        for (var entry : bundle.getEntry()) {
            if (entry.getResource() instanceof ServiceRequest referral) {
                referral.addPerformer(new Reference("PractitionerRole/wally-1"));
            }
            if (entry.getResource() instanceof Task task) {
                task.addBasedOn(task.getFocus().copy());
            }
            if (entry.getResource() instanceof CommunicationRequest request) {
                request.addIdentifier().setSystem(NUMBERS).setValue("FR-1");
            }
        }
        Answer answer = server.post(TheaOnServer.GP, "", bundle);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        answer.all(Resource.class).forEach(this::keep);
        // A step, so that there is a Provenance, and the question can be clarified.
        Task task = answer.first(Task.class);
        task.setStatus(Task.TaskStatus.ACCEPTED);
        assertThat(server.put(TheaOnServer.SANNE, task).status()).isEqualTo(200);
        keep(server.get(TheaOnServer.SANNE, "/Provenance?target=" + reference("Task"))
                .first(Provenance.class));
    }

    private void tell() {
        Task task = server.read(TheaOnServer.SANNE, reference("Task"), Task.class);
        var request = server.read(TheaOnServer.SANNE, reference("CommunicationRequest"), CommunicationRequest.class);
        Communication feedback = Messages.feedback(task, request);
        feedback.addPartOf(new Reference(reference("Task")));
        Answer answer = server.post(TheaOnServer.SANNE, "/Communication", feedback);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        keep(answer.resource());
        // Only a Task beside a referral is part of another.
        Answer asked = server.post(TheaOnServer.SANNE, "", Beside.question(task, "Op welk nummer?"));
        assertThat(asked.status()).as(asked.body()).isEqualTo(200);
        references.put("Task?part-of", Beside.reference(asked.first(Task.class)));
    }

    /** Somebody has looked, and that is in the log. */
    private void look() {
        assertThat(server.get(TheaOnServer.SANNE, "/" + reference("Task")).status())
                .isEqualTo(200);
        keep(server.get(client("AuditEvent"), "/AuditEvent?entity=" + reference("Task"))
                .first(AuditEvent.class));
    }

    /** One that is off, so that nobody looks after it. */
    private void subscribe() {
        Subscription asked = Messages.example("Subscription-HisSubscription", Subscription.class);
        asked.setStatus(Subscription.SubscriptionStatus.REQUESTED);
        asked.getChannel().setEndpoint("http://localhost:9/hooks/promised").setHeader(null);
        Subscription made = (Subscription) created(asked);
        Answer off = server.put(client("Subscription"), made.setStatus(Subscription.SubscriptionStatus.OFF));
        assertThat(off.status()).as(off.body()).isEqualTo(200);
        keep(made);
    }

    private void clarify() {
        var clarification = Messages.clarification(server.read(TheaOnServer.SANNE, reference("Task"), Task.class));
        clarification.setAuthor(new Reference("PractitionerRole/wally-1"));
        keep(created(clarification));
        references.put("Questionnaire", "Questionnaire/waw-clarification-form");
    }

    private void direct() {
        Practitioner person = Messages.example("Practitioner-coach-1", Practitioner.class);
        person.addIdentifier().setSystem(NUMBERS).setValue("P-" + UUID.randomUUID());
        keep(created(person));
        Organization organization = Messages.example("Organization-practice-1", Organization.class);
        organization.setName("Praktijk " + UUID.randomUUID());
        organization.addIdentifier().setSystem(NUMBERS).setValue("O-" + UUID.randomUUID());
        keep(created(organization));
        PractitionerRole role = Messages.example("PractitionerRole-wally-1", PractitionerRole.class);
        role.setPractitioner(new Reference(reference("Practitioner")));
        keep(created(role));
        CareTeam team = Messages.example("CareTeam-team-1", CareTeam.class);
        team.setManagingOrganization(List.of(new Reference(reference("Organization"))));
        // Nobody stands in: a gap.
        team.getParticipant()
                .removeIf(participant -> participant.getMember().getReference().equals("PractitionerRole/wally-2"));
        keep(created(team));
        HealthcareService offer = Messages.example("HealthcareService-debt-desk", HealthcareService.class);
        offer.setName("Spreekuur " + UUID.randomUUID());
        keep(created(offer));
        keep(created(Messages.example("Appointment-meeting-1", Appointment.class)));
    }

    private Resource created(Resource resource) {
        resource.setId((String) null);
        Answer answer = server.post(client(resource.fhirType()), "/" + resource.fhirType(), resource);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.resource();
    }

    /** What only the server itself writes. */
    private void receive(DaoRegistry daos) {
        Communication feedback = server.read(TheaOnServer.SANNE, reference("Communication"), Communication.class);
        feedback.setReceivedElement(new DateTimeType("2026-03-10T09:00:00+01:00"));
        daos.getResourceDao(Communication.class).update(feedback, new SystemRequestDetails());
    }

    /**
     * What only clocks write. A sweep rightly writes another moment, or takes it away, and so does whoever of the team does
     * something with it: tests that have months pass share this server.
     */
    private void mark(DaoRegistry daos) {
        Task task = server.read(TheaOnServer.SANNE, reference("Task"), Task.class);
        mark(
                daos,
                task,
                task.copy(),
                Map.of(
                        Canonicals.EXTENSION_OVERDUE, new DateTimeType("2026-03-09T17:00:00+01:00"),
                        Canonicals.EXTENSION_UNATTENDED, new DateTimeType("2026-03-09T17:00:00+01:00")));
        CareTeam team = server.read(client("CareTeam"), reference("CareTeam"), CareTeam.class);
        mark(
                daos,
                team,
                team.copy(),
                Map.of(
                        Canonicals.EXTENSION_NOBODY_THERE,
                        new Period()
                                .setStartElement(new DateTimeType("2026-03-09T00:00:00+01:00"))
                                .setEndElement(new DateTimeType("2026-03-10T23:59:59+01:00")),
                        Canonicals.EXTENSION_MEETING_DUE,
                        new DateType("2026-03-31")));
    }

    private static <T extends DomainResource> void mark(DaoRegistry daos, T is, T marked, Map<String, Type> marks) {
        marked.getExtension().removeIf(extension -> marks.containsKey(extension.getUrl()));
        new TreeMap<>(marks).forEach(marked::addExtension);
        if (!is.equalsDeep(marked)) {
            daos.getResourceDao(is.fhirType()).update(marked, new SystemRequestDetails());
        }
    }

    private void keep(Resource resource) {
        references.put(
                resource.fhirType(),
                resource.fhirType() + "/" + resource.getIdElement().getIdPart());
    }
}
