package nl.wally.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import nl.wally.FhirClient.Answer;
import nl.wally.Messages;
import nl.wally.ReferralLife;
import nl.wally.ServerIT;
import nl.wally.conformance.Canonicals;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Who owns a referral, whom it is about and until when somebody has time is the server's to say. A client that simply writes
 * it along, in a new referral or a patch, would give itself a stranger's story or take a promise away.
 */
class MassAssignmentIT extends ServerIT {
    private static ReferralLife life;

    @BeforeEach
    void aReferral() {
        if (life == null) {
            life = ReferralLife.begin(server, 1);
        }
    }

    @TestFactory
    Stream<DynamicTest> aPatchLeavesAloneWhatIsNotItsOwn() {
        Map<String, String> patches = new LinkedHashMap<>();
        patches.put("for", replace("/for/reference", "\"Patient/1\""));
        patches.put("owner", replace("/owner/reference", "\"PractitionerRole/gp-2\""));
        patches.put("requester", replace("/requester/reference", "\"PractitionerRole/gp-2\""));
        patches.put("focus", replace("/focus/reference", "\"ServiceRequest/1\""));
        patches.put("identifier", add("/identifier", "[{\"system\":\"urn:x\",\"value\":\"1\"}]"));
        patches.put("code", replace("/code/coding/0/code", "\"abort\""));
        patches.put("intent", replace("/intent", "\"proposal\""));
        patches.put("authoredOn", replace("/authoredOn", "\"2020-01-01T00:00:00Z\""));
        patches.put("recipients", add("/restriction/recipient/-", "{\"reference\":\"Organization/practice-2\"}"));
        patches.put("promised date", "[{\"op\":\"remove\",\"path\":\"/extension\"}]");
        patches.put("type", replace("/resourceType", "\"Patient\""));
        patches.put("contained", add("/contained", "[{\"resourceType\":\"Patient\",\"id\":\"p\"}]"));
        patches.put("partOf", add("/partOf", "[{\"reference\":\"Task/1\"}]"));
        return patches.entrySet().stream()
                .flatMap(patch -> Stream.of("his-demo-1", "wally-demo-1", "coordinator-demo")
                        .map(client -> DynamicTest.dynamicTest(client + ", " + patch.getKey(), () -> {
                            Task before = life.task();
                            Answer answer = patch(client, before, patch.getValue());
                            assertThat(answer.status()).as(answer.body()).isBetween(400, 499);
                            assertThat(server.json(life.task())).isEqualTo(server.json(before));
                        })));
    }

    /** What the server says itself may be sent, for clients send back what they have read; it is not taken. */
    @TestFactory
    Stream<DynamicTest> aPatchOfWhatTheServerSaysItselfChangesNothing() {
        Map<String, String> patches = new LinkedHashMap<>();
        patches.put("id", replace("/id", "\"1\""));
        patches.put("version", add("/meta/versionId", "\"77\""));
        patches.put("lastModified", replace("/lastModified", "\"2020-01-01T00:00:00Z\""));
        patches.put("security", add("/meta/security", "[{\"system\":\"urn:x\",\"code\":\"U\"}]"));
        patches.put("tag", add("/meta/tag", "[{\"system\":\"urn:x\",\"code\":\"x\"}]"));
        patches.put("profile", add("/meta/profile", "[\"http://elsewhere.example/free\"]"));
        patches.put("source", add("/meta/source", "\"urn:elsewhere\""));
        return patches.entrySet().stream()
                .flatMap(patch -> Stream.of("his-demo-1", "wally-demo-1", "coordinator-demo")
                        .map(client -> DynamicTest.dynamicTest(client + ", " + patch.getKey(), () -> {
                            Task before = life.task();
                            Answer answer = patch(client, before, patch.getValue());
                            assertThat(answer.status()).as(answer.body()).isLessThan(500);
                            Task after = life.task();
                            after.setLastModified(before.getLastModified());
                            after.getMeta().setVersionId(before.getMeta().getVersionId());
                            after.getMeta().setLastUpdated(before.getMeta().getLastUpdated());
                            assertThat(server.json(after)).isEqualTo(server.json(before));
                            assertThat(life.task().getLastModified()).isAfter("2025-01-01");
                        })));
    }

    @TestFactory
    Stream<DynamicTest> aNewReferralIsRefusedOrFilledInByTheServer() {
        Map<String, Consumer<Task>> extras = new LinkedHashMap<>();
        extras.put("owner", task -> task.setOwner(new Reference("PractitionerRole/coach-1")));
        extras.put("recipients", task -> task.getRestriction().addRecipient(new Reference("Organization/practice-2")));
        extras.put(
                "promised date",
                task -> task.addExtension(Canonicals.EXTENSION_FIRST_CONTACT_DUE, new DateType("2099-01-01")));
        extras.put("versionId", task -> task.getMeta().setVersionId("77"));
        extras.put("lastUpdated", task -> task.getMeta().setLastUpdated(new java.util.Date(0)));
        extras.put("lastModified", task -> task.setLastModified(new java.util.Date(0)));
        extras.put(
                "security",
                task -> task.getMeta().addSecurity().setSystem("urn:x").setCode("U"));
        extras.put("source", task -> task.getMeta().setSource("urn:elsewhere"));
        extras.put("id", task -> task.setId("mine"));
        extras.put("status", task -> task.setStatus(Task.TaskStatus.COMPLETED));
        extras.put("progress", task -> task.setBusinessStatus(Messages.concept("urn:x", "done")));
        extras.put("period", task -> task.getExecutionPeriod().setStart(new java.util.Date(0)));
        Task plain = life.received().first(Task.class);
        return extras.entrySet().stream()
                .map(extra -> DynamicTest.dynamicTest(extra.getKey(), () -> {
                    Bundle bundle = Messages.referral(1);
                    extra.getValue().accept(Messages.part(bundle, Task.class));
                    Answer answer = server.post("his-demo-1", "", bundle);
                    assertThat(answer.status()).as(answer.body()).isIn(200, 400, 422);
                    if (answer.status() == 200) {
                        Task taken = answer.first(Task.class);
                        assertThat(taken.getOwner().getReference())
                                .isEqualTo(plain.getOwner().getReference());
                        assertThat(recipients(taken)).isEqualTo(recipients(plain));
                        assertThat(taken.getStatus()).isEqualTo(Task.TaskStatus.REQUESTED);
                        assertThat(taken.getMeta().getVersionId()).isEqualTo("1");
                        assertThat(taken.getMeta().getSecurity()).isEmpty();
                        assertThat(taken.getMeta().getSource()).isNotEqualTo("urn:elsewhere");
                        assertThat(taken.getMeta().getLastUpdated()).isAfter("2020-01-01");
                        assertThat(taken.getLastModified()).isAfter("2020-01-01");
                        assertThat(taken.getIdElement().getIdPart()).isNotEqualTo("mine");
                        assertThat(server.json(taken)).doesNotContain("2099");
                    }
                }));
    }

    private Answer patch(String client, Task task, String operations) {
        return server.send(server.request(client, "/" + life.reference(Task.class))
                .header("Content-Type", "application/json-patch+json")
                .header("If-Match", "W/\"" + task.getMeta().getVersionId() + "\"")
                .method("PATCH", BodyPublishers.ofString(operations)));
    }

    private static List<String> recipients(Task task) {
        return task.getRestriction().getRecipient().stream()
                .map(Reference::getReference)
                .toList();
    }

    private static String replace(String path, String value) {
        return "[{\"op\":\"replace\",\"path\":\"" + path + "\",\"value\":" + value + "}]";
    }

    private static String add(String path, String value) {
        return "[{\"op\":\"add\",\"path\":\"" + path + "\",\"value\":" + value + "}]";
    }
}
