package nl.wally.sight;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import nl.wally.FhirClient.Answer;
import nl.wally.Messages;
import nl.wally.ServerIT;
import nl.wally.access.ClientRegistry;
import nl.wally.conformance.Canonicals;
import nl.wally.shared.Caller;
import nl.wally.shared.Caller.Capacity;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.CommunicationRequest;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * What one may not see does not exist (G-ACTOR): caller × resource × interaction, for one referral of practice 1. What one
 * sees in part: {@link MaskIT}.
 */
class SightIT extends ServerIT {
    private static final String GP = "his-demo-1";
    private static final String OTHER_GP = "his-demo-2";
    private static final String SANNE = "wally-demo-1";
    private static final String JORIS = "wally-demo-2";
    private static final String COORDINATOR = "coordinator-demo";
    private static final String COACH = "coach-elsewhere";
    private static final String OTHER_COORDINATOR = "coordinator-elsewhere";
    private static final List<String> CALLERS =
            List.of(GP, OTHER_GP, SANNE, JORIS, COORDINATOR, COACH, OTHER_COORDINATOR);
    private static final Set<String> INSIDERS = Set.of(GP, SANNE, JORIS);
    private static final Map<String, Set<String>> MAY_SEE = Map.of(
            "Patient", INSIDERS,
            "Consent", INSIDERS,
            "ServiceRequest", INSIDERS,
            "CommunicationRequest", INSIDERS,
            "Task", Set.of(GP, SANNE, JORIS, COORDINATOR),
            "Communication", INSIDERS,
            "contact attempt", INSIDERS,
            "Provenance", INSIDERS,
            "CareTeam", Set.of(GP, SANNE, JORIS, COORDINATOR));

    @Autowired
    private ClientRegistry clients;

    /** The references of one referral, by type; made once. */
    private static Map<String, String> referral;

    @BeforeEach
    void aReferralWithFeedbackAndAnAttempt() {
        clients.register(
                new Caller(COACH, "Organization/social-2", "PractitionerRole/coach-1", Capacity.SOCIAL_WORKER), "demo");
        clients.register(new Caller(OTHER_COORDINATOR, "Organization/social-2", null, Capacity.COORDINATOR), "demo");
        if (referral == null) {
            referral = make();
        }
    }

    private Map<String, String> make() {
        Map<String, String> made = new LinkedHashMap<>();
        Answer sent = server.post(GP, "", Messages.referral(1));
        for (Class<? extends Resource> type : List.of(
                Patient.class,
                org.hl7.fhir.r4.model.Consent.class,
                ServiceRequest.class,
                Task.class,
                CommunicationRequest.class)) {
            made.put(type.getSimpleName(), reference(sent.first(type)));
        }
        Task task = sent.first(Task.class);
        Communication feedback = Messages.feedback(task, sent.first(CommunicationRequest.class));
        feedback.setCategory(List.of(Messages.concept(Canonicals.SYSTEM_COMMUNICATION_CATEGORY, "interim-feedback")));
        made.put("Communication", create(SANNE, feedback));
        made.put("contact attempt", create(SANNE, Messages.attempt(task, "no-answer")));
        task.setStatus(Task.TaskStatus.RECEIVED);
        assertThat(server.put(SANNE, task).status()).isEqualTo(200);
        var provenances = server.get(SANNE, "/Provenance?target=" + reference(task));
        made.put("Provenance", reference(provenances.first(org.hl7.fhir.r4.model.Provenance.class)));
        made.put("CareTeam", "CareTeam/team-1");
        return made;
    }

    @TestFactory
    Stream<DynamicTest> readsWhatItMaySeeAndNothingElse() {
        return cases((caller, kind, reference, may) -> {
            Answer absent = server.get(caller, "/" + type(reference) + "/" + UUID.randomUUID());
            boolean versions = !kind.equals("Provenance");
            for (String path : versions ? List.of("", "/_history/1", "/_history") : List.of("")) {
                Answer answer = server.get(caller, "/" + reference + path);
                assertThat(answer.status()).as(path + answer.body()).isEqualTo(may ? 200 : 404);
                if (!may) {
                    assertThat(answer.body()).isEqualTo(absent.body());
                    assertThat(answer.header("ETag")).isEmpty();
                    assertThat(answer.header("Last-Modified")).isEmpty();
                }
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> findsWhatItMaySeeAndNothingElse() {
        return cases((caller, kind, reference, may) -> {
            String id = reference.substring(reference.indexOf('/') + 1);
            Answer answer = server.get(caller, "/" + type(reference) + "?_id=" + id);
            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
            assertThat(references(answer)).isEqualTo(may ? List.of(reference) : List.of());
            assertThat(answer.resource(Bundle.class).hasTotal()).isFalse();
        });
    }

    @TestFactory
    Stream<DynamicTest> includesOnlyWhatItMaySee() {
        List<String> searches = List.of(
                "Task?_id=%s&_include=Task:focus&_include=Task:patient&_include=Task:owner&_include=Task:requester"
                        + "&_revinclude=Provenance:target&_revinclude=Communication:part-of",
                "ServiceRequest?_id=%s&_include=ServiceRequest:patient&_revinclude=Task:focus"
                        + "&_revinclude=CommunicationRequest:based-on",
                "CommunicationRequest?_id=%s&_include=CommunicationRequest:based-on&_include=CommunicationRequest:patient"
                        + "&_revinclude=Communication:based-on",
                "Communication?_id=%s&_include=Communication:based-on&_include=Communication:part-of"
                        + "&_include=Communication:patient");
        return CALLERS.stream()
                .flatMap(caller -> searches.stream()
                        .map(search -> DynamicTest.dynamicTest(caller + " " + search, () -> {
                            String type = search.substring(0, search.indexOf('?'));
                            String id = referral.get(type).split("/")[1];
                            Answer answer = server.get(caller, "/" + search.formatted(id));
                            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
                            for (var found : references(answer)) {
                                referral.forEach((kind, reference) -> {
                                    if (reference.equals(found)) {
                                        assertThat(MAY_SEE.get(kind)).as(kind).contains(caller);
                                    }
                                });
                            }
                        })));
    }

    @TestFactory
    Stream<DynamicTest> changesNothingThatItMayNotSee() {
        return cases((caller, kind, reference, may) -> {
            if (may || kind.equals("Provenance")) {
                return;
            }
            Resource before = read(kind, reference);
            String missing = type(reference) + "/" + UUID.randomUUID();
            for (boolean patch : new boolean[] {false, true}) {
                for (boolean entry : new boolean[] {false, true}) {
                    Answer answer = change(caller, reference, before, patch, entry);
                    assertThat(answer.status()).as(answer.body()).isIn(403, 404, 405, 422);
                    Resource copy = before.copy();
                    copy.setId(missing);
                    Answer absent = change(caller, missing, copy, patch, entry);
                    assertThat(answer.body()).isEqualTo(absent.body());
                }
            }
            assertThat(read(kind, reference).getMeta().getVersionId())
                    .isEqualTo(before.getMeta().getVersionId());
        });
    }

    @Test
    void asksForATokenEverywhereButAtTheMetadata() throws Exception {
        var http = java.net.http.HttpClient.newHttpClient();
        var texts = java.net.http.HttpResponse.BodyHandlers.ofString();
        for (String path : Stream.concat(
                        referral.values().stream()
                                .flatMap(one -> Stream.of("/" + one, "/" + type(one), "/" + one + "/_history")),
                        Stream.of("", "/", "/Kanarie", "/$export", "/metadata/x", "/_history"))
                .toList()) {
            var uri = server.base().resolve("/fhir" + path);
            for (String method : List.of("GET", "POST", "PUT", "PATCH", "DELETE")) {
                var request = HttpRequest.newBuilder(uri).method(method, BodyPublishers.ofString("{}"));
                assertThat(http.send(request.build(), texts).statusCode())
                        .as(method + path)
                        .isEqualTo(401);
            }
        }
        assertThat(http.send(
                                HttpRequest.newBuilder(server.base().resolve("/fhir/metadata"))
                                        .build(),
                                texts)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void findsNothingByTheNumbersOfAnotherPractice() {
        Patient patient = server.read(GP, referral.get("Patient"), Patient.class);
        String token = patient.getIdentifierFirstRep().getSystem() + "|"
                + patient.getIdentifierFirstRep().getValue();
        String query = "/Patient?identifier=" + URLEncoder.encode(token, StandardCharsets.UTF_8);
        assertThat(references(server.get(GP, query))).containsExactly(referral.get("Patient"));
        for (String caller : List.of(OTHER_GP, COORDINATOR, COACH, OTHER_COORDINATOR)) {
            assertThat(references(server.get(caller, query))).as(caller).isEmpty();
            for (String search : List.of(
                    "/Task?patient=" + referral.get("Patient"),
                    "/ServiceRequest?patient=" + referral.get("Patient"),
                    "/Consent?patient=" + referral.get("Patient"),
                    "/Communication?patient=" + referral.get("Patient"),
                    "/ServiceRequest?practice=Organization/practice-1",
                    "/Provenance?target=" + referral.get("Task"))) {
                if (!(caller.equals(COORDINATOR) && search.startsWith("/Task"))) {
                    assertThat(references(server.get(caller, search)))
                            .as(caller + search)
                            .isEmpty();
                }
            }
        }
    }

    private interface Case {
        void run(String caller, String kind, String reference, boolean may);
    }

    private static Stream<DynamicTest> cases(Case test) {
        return CALLERS.stream()
                .flatMap(caller -> referral.entrySet().stream()
                        .map(entry -> DynamicTest.dynamicTest(
                                caller + " " + entry.getKey(),
                                () -> test.run(
                                        caller,
                                        entry.getKey(),
                                        entry.getValue(),
                                        MAY_SEE.get(entry.getKey()).contains(caller)))));
    }

    private Answer change(String caller, String reference, Resource resource, boolean patch, boolean entry) {
        String etag = "W/\"" + resource.getMeta().getVersionId() + "\"";
        String operations = "[{\"op\":\"add\",\"path\":\"/language\",\"value\":\"nl\"}]";
        if (!entry) {
            return server.send(server.request(caller, "/" + reference)
                    .header("Content-Type", patch ? "application/json-patch+json" : "application/fhir+json")
                    .header("If-Match", etag)
                    .method(
                            patch ? "PATCH" : "PUT",
                            BodyPublishers.ofString(patch ? operations : server.json(resource))));
        }
        var bundle = new Bundle().setType(Bundle.BundleType.TRANSACTION);
        var part = bundle.addEntry();
        part.setResource(
                patch
                        ? new org.hl7.fhir.r4.model.Binary()
                                .setContentType("application/json-patch+json")
                                .setData(operations.getBytes(StandardCharsets.UTF_8))
                        : resource);
        part.getRequest()
                .setMethod(patch ? Bundle.HTTPVerb.PATCH : Bundle.HTTPVerb.PUT)
                .setUrl(reference)
                .setIfMatch(etag);
        return server.post(caller, "", bundle);
    }

    private Resource read(String kind, String reference) {
        return server.get(MAY_SEE.get(kind).contains(SANNE) ? SANNE : GP, "/" + reference)
                .resource();
    }

    private String create(String client, Resource resource) {
        Answer answer = server.post(client, "/" + resource.fhirType(), resource);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return reference(answer.resource());
    }

    private static List<String> references(Answer answer) {
        return answer.resource(Bundle.class).getEntry().stream()
                .map(entry -> reference(entry.getResource()))
                .toList();
    }

    private static String reference(Resource resource) {
        return resource.fhirType() + "/" + resource.getIdElement().getIdPart();
    }

    private static String type(String reference) {
        return reference.substring(0, reference.indexOf('/'));
    }
}
