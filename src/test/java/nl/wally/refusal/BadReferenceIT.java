package nl.wally.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import nl.wally.Messages;
import nl.wally.conformance.Canonicals;
import nl.wally.shared.Problem;
import org.hl7.fhir.r4.model.Annotation;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CommunicationRequest;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** G-REF: a reference that leads nowhere, wherever it stands, and one to what the caller may not see. */
class BadReferenceIT extends RefusalIT {
    private static final Set<Integer> REFUSED = Set.of(400, 422);

    private static List<String> nowhere() {
        return List.of(
                "urn:uuid:" + UUID.randomUUID(),
                "Patient/" + UUID.randomUUID(),
                "PractitionerRole/kanarie",
                "Organization/practice-99",
                "Task/kanarie/_history/1",
                "http://kanarie.example/fhir/Patient/1",
                "https://practice-1.example/PractitionerRole/gp-1",
                "Patient?identifier=https://practice-1.example/patient|kanarie",
                "Practitioner?name=kanarie",
                "kanarie",
                "/PractitionerRole/gp-1",
                "../PractitionerRole/gp-1",
                "PractitionerRole/gp-1/../gp-2",
                "PractitionerRole",
                "Nothing/gp-1",
                "#kanarie",
                "urn:oid:1.2.3",
                "javascript:alert(1)");
    }

    @TestFactory
    Stream<DynamicTest> refusesADanglingReferenceInPlaceOfEachOfTheReferral() {
        int references = references(marked()).size();
        assertThat(references).isEqualTo(15);
        List<DynamicTest> cases = new ArrayList<>();
        for (int index = 0; index < references; index++) {
            int at = index;
            for (String target : nowhere()) {
                cases.add(refuses(
                        "reference " + at + " to " + target, REFUSED, () -> post(jsonPointing(marked(), at, target))));
            }
        }
        return cases.stream();
    }

    @TestFactory
    Stream<DynamicTest> refusesADanglingReferenceInAnExtensionOrContainedResource() {
        Map<String, Consumer<Bundle>> places = new LinkedHashMap<>();
        String dangling = "Patient/" + UUID.randomUUID();
        for (Class<? extends DomainResource> type :
                List.of(Patient.class, Consent.class, ServiceRequest.class, Task.class, CommunicationRequest.class)) {
            String name = type.getSimpleName();
            places.put(name + ".extension", bundle -> part(bundle, type).addExtension(pointing(dangling)));
            places.put(name + ".extension.extension", bundle -> {
                var outer = new Extension("http://example.org/outer");
                outer.addExtension(pointing(dangling));
                part(bundle, type).addExtension(outer);
            });
            places.put(
                    name + ".meta.extension",
                    bundle -> part(bundle, type).getMeta().addExtension(pointing(dangling)));
            places.put(name + ".contained", bundle -> {
                var contained = new Organization();
                contained.setId("c");
                contained.setName("x").setPartOf(new Reference("Organization/practice-99"));
                part(bundle, type).addContained(contained);
                part(bundle, type).addExtension(pointing("#c"));
            });
        }
        places.put(
                "Patient.birthDate.extension",
                bundle -> part(bundle, Patient.class).getBirthDateElement().addExtension(pointing(dangling)));
        places.put(
                "a reference's extension",
                bundle -> part(bundle, Task.class).getRequester().addExtension(pointing(dangling)));
        return refusesAt(places);
    }

    /** HAPI can read such a one and cannot write it: at a resource, and at its id. */
    @TestFactory
    Stream<DynamicTest> refusesAnExtensionThatPointsToNothingContained() {
        String dangling = "Patient/" + UUID.randomUUID();
        Bundle bundle = marked();
        part(bundle, ServiceRequest.class).addExtension(pointing(dangling));
        String whole = server.json(bundle).replace(dangling, "#kanarie");
        String alone = server.json(part(bundle, ServiceRequest.class)).replace(dangling, "#kanarie");
        String atTheId = server.json(marked())
                .replace(
                        "\"resourceType\":\"Task\"",
                        "\"resourceType\":\"Task\",\"_id\":{\"extension\":[{\"url\":\"http://example.org/x\","
                                + "\"valueReference\":{\"reference\":\"#kanarie\"}}]}");
        return Stream.of(
                refuses("in a transaction", REFUSED, () -> post(whole)),
                refuses("at an id", REFUSED, () -> post(atTheId)),
                refuses("checked", 200, () -> post("/ServiceRequest/$validate", JSON, alone)));
    }

    @TestFactory
    Stream<DynamicTest> refusesADanglingReferenceAddedToThePatientOrTheServiceRequest() {
        Map<String, Consumer<Bundle>> places = new LinkedHashMap<>();
        String dangling = "Patient/" + UUID.randomUUID();
        places.put(
                "Patient.identifier.assigner",
                bundle -> part(bundle, Patient.class)
                        .getIdentifierFirstRep()
                        .setAssigner(new Reference("Organization/practice-99")));
        places.put(
                "Patient.generalPractitioner",
                bundle -> part(bundle, Patient.class).addGeneralPractitioner(new Reference("Practitioner/kanarie")));
        places.put(
                "Patient.link",
                bundle -> part(bundle, Patient.class)
                        .addLink()
                        .setOther(new Reference(dangling))
                        .setType(Patient.LinkType.SEEALSO));
        places.put(
                "ServiceRequest.note.author",
                bundle -> part(bundle, ServiceRequest.class)
                        .addNote(new Annotation().setAuthor(new Reference("Practitioner/kanarie"))));
        places.put(
                "ServiceRequest.reasonReference",
                bundle -> part(bundle, ServiceRequest.class).addReasonReference(new Reference("Condition/kanarie")));
        places.put(
                "ServiceRequest.performer",
                bundle -> part(bundle, ServiceRequest.class).addPerformer(new Reference("PractitionerRole/kanarie")));
        return refusesAt(places);
    }

    @TestFactory
    Stream<DynamicTest> refusesADanglingReferenceAddedToTheTaskOrTheFeedbackRequest() {
        Map<String, Consumer<Bundle>> places = new LinkedHashMap<>();
        String dangling = "Patient/" + UUID.randomUUID();
        places.put(
                "Task.input",
                bundle -> part(bundle, Task.class)
                        .addInput()
                        .setType(Messages.concept(Canonicals.SYSTEM_TASK_INPUT, "message"))
                        .setValue(new Reference("Communication/kanarie")));
        places.put(
                "Task.basedOn", bundle -> part(bundle, Task.class).addBasedOn(new Reference("ServiceRequest/kanarie")));
        places.put(
                "Task.owner", bundle -> part(bundle, Task.class).setOwner(new Reference("PractitionerRole/kanarie")));
        places.put(
                "CommunicationRequest.about",
                bundle -> part(bundle, CommunicationRequest.class).addAbout(new Reference(dangling)));
        places.put(
                "CommunicationRequest.payload",
                bundle -> part(bundle, CommunicationRequest.class)
                        .addPayload()
                        .setContent(new Reference("DocumentReference/kanarie")));
        places.put(
                "a reference.identifier.assigner",
                bundle -> part(bundle, Task.class)
                        .getRequester()
                        .setIdentifier(
                                new Identifier().setValue("1").setAssigner(new Reference("Organization/practice-99"))));
        return refusesAt(places);
    }

    @TestFactory
    Stream<DynamicTest> refusesReferencesToWhatBelongsToAnotherPractice() {
        var others = server.post("his-demo-2", "", Messages.referral(2));
        List<DynamicTest> cases = new ArrayList<>();
        for (Class<? extends Resource> type :
                List.of(Patient.class, Consent.class, ServiceRequest.class, Task.class, CommunicationRequest.class)) {
            String foreign = type.getSimpleName() + "/"
                    + others.first(type).getIdElement().getIdPart();
            cases.add(refuses("supportingInfo " + foreign, Problem.REFERENCE_UNRESOLVED, 422, () -> {
                Bundle bundle = marked();
                part(bundle, ServiceRequest.class).addSupportingInfo(new Reference(foreign));
                return post(bundle);
            }));
            cases.add(refuses("extension " + foreign, Problem.REFERENCE_UNRESOLVED, 422, () -> {
                Bundle bundle = marked();
                part(bundle, Task.class).addExtension(pointing(foreign));
                return post(bundle);
            }));
        }
        List<Reference> all = references(marked());
        for (int index = 0; index < all.size(); index++) {
            int at = index;
            // Consent.performer: the validator does not hold references to the types of the profile.
            if (at == 2) {
                continue;
            }
            cases.add(refuses("reference " + at + " to the other practice", REFUSED, () -> {
                Bundle bundle = marked();
                Reference reference = references(bundle).get(at);
                reference.setReference(
                        reference.getReference().startsWith("Organization")
                                ? "Organization/practice-2"
                                : "PractitionerRole/gp-2");
                return post(bundle);
            }));
        }
        return cases.stream();
    }

    @TestFactory
    Stream<DynamicTest> refusesAPatchOrFeedbackThatPointsNowhere() {
        var sent = server.post(GP, "", marked());
        Task task = sent.first(Task.class);
        CommunicationRequest request = sent.first(CommunicationRequest.class);
        List<DynamicTest> cases = new ArrayList<>();
        for (String target : nowhere()) {
            cases.add(refuses("output to " + target, REFUSED, () -> {
                Task changed = task.copy();
                changed.addOutput()
                        .setType(Messages.concept(Canonicals.SYSTEM_TASK_OUTPUT, "assessment"))
                        .setValue(new Reference("urn:uuid:" + UUID.randomUUID()));
                int last = references(changed).size() - 1;
                return send(server.request(SANNE, "/Task/" + task.getIdElement().getIdPart())
                        .header("Content-Type", JSON)
                        .header("If-Match", "W/\"1\"")
                        .PUT(BodyPublishers.ofString(jsonPointing(changed, last, target))));
            }));
            for (int index = 0;
                    index < references(Messages.feedback(task, request)).size();
                    index++) {
                int at = index;
                cases.add(refuses(
                        "reference " + at + " of feedback to " + target,
                        Set.of(400, 403, 422),
                        () -> Reply.of(server.post(
                                SANNE, "/Communication", jsonPointing(Messages.feedback(task, request), at, target)))));
            }
        }
        return cases.stream();
    }

    @Test
    void takesReferencesToThisServerInFull() {
        Bundle bundle = marked();
        references(bundle).stream()
                .filter(reference -> !reference.getReference().startsWith("urn:"))
                .forEach(reference -> reference.setReference(server.base() + "/fhir/" + reference.getReference()));
        Reply reply = post(bundle);
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
    }

    private Stream<DynamicTest> refusesAt(Map<String, Consumer<Bundle>> places) {
        return places.entrySet().stream()
                .map(place -> refuses(place.getKey(), REFUSED, () -> {
                    Bundle bundle = marked();
                    place.getValue().accept(bundle);
                    return post(bundle);
                }));
    }

    private static <T extends Resource> T part(Bundle bundle, Class<T> type) {
        return bundle.getEntry().stream()
                .map(Bundle.BundleEntryComponent::getResource)
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow();
    }

    private static Extension pointing(String target) {
        return new Extension("http://example.org/points", new Reference(target));
    }
}
