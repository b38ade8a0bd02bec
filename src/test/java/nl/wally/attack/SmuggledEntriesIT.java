package nl.wally.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import nl.wally.FhirClient.Answer;
import nl.wally.Messages;
import nl.wally.ReferralLife;
import nl.wally.ServerIT;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * A transaction is many requests in one, and each entry says itself where it goes. What is refused at a door of its own must
 * not come in by the back of a bundle, and names inside a bundle must not be taken for those of what is stored already.
 */
class SmuggledEntriesIT extends ServerIT {
    private static final String ATTACKER = "his-demo-2";

    private static ReferralLife victim;
    private static String before;

    @BeforeEach
    void aReferralOfAnotherPractice() {
        if (victim == null) {
            victim = ReferralLife.begin(server, 1);
            before = victimNow();
        }
    }

    @TestFactory
    Stream<DynamicTest> aReferenceReachesNothingOfSomebodyElse() {
        String patient = victim.reference(Patient.class);
        String base = server.base() + "/fhir/";
        Map<String, UnaryOperator<String>> tricks = new LinkedHashMap<>();
        for (String target : List.of(
                patient,
                base + patient,
                "https://elsewhere.example/fhir/" + patient,
                patient + "/_history/1",
                "Patient?_id=" + patient.substring(8))) {
            tricks.put("subject " + target, bundle -> point(bundle, "Patient", target));
        }
        tricks.put("basedOn", bundle -> point(bundle, "ServiceRequest", victim.reference(ServiceRequest.class)));
        tricks.put(
                "replaces",
                bundle -> bundle.replaceFirst(
                        "\"resourceType\":\"ServiceRequest\"",
                        "\"resourceType\":\"ServiceRequest\",\"replaces\":[{\"reference\":\""
                                + victim.reference(ServiceRequest.class) + "\"}]"));
        return refused(tricks);
    }

    @TestFactory
    Stream<DynamicTest> anEntryGoesNowhereElse() {
        String patient = victim.reference(Patient.class);
        String base = server.base() + "/fhir/";
        Map<String, UnaryOperator<String>> tricks = new LinkedHashMap<>();
        tricks.put("PUT", bundle -> request(bundle, "Patient", "PUT", patient));
        tricks.put("PUT in full", bundle -> request(bundle, "Patient", "PUT", base + patient));
        tricks.put(
                "POST elsewhere",
                bundle -> request(bundle, "Patient", "POST", "https://elsewhere.example/fhir/Patient"));
        tricks.put("POST that climbs", bundle -> request(bundle, "Patient", "POST", "Task/../Patient"));
        tricks.put("DELETE", bundle -> request(bundle, "Task", "DELETE", victim.reference(Task.class)));
        return refused(tricks);
    }

    private Stream<DynamicTest> refused(Map<String, UnaryOperator<String>> tricks) {
        return tricks.entrySet().stream()
                .map(trick -> DynamicTest.dynamicTest(trick.getKey(), () -> {
                    String good = server.json(Messages.referral(2));
                    String evil = trick.getValue().apply(good);
                    assertThat(evil).isNotEqualTo(good);
                    Answer answer = server.post(ATTACKER, "", evil);
                    assertThat(answer.status()).as(answer.body()).isBetween(400, 499);
                    assertThat(answer.body()).doesNotContain("de Vries");
                    assertThat(victimNow()).isEqualTo(before);
                }));
    }

    /** The fullUrl is a name inside the bundle, also when something stored has it: a new person comes of it. */
    @Test
    void aFullUrlOfSomethingStoredIsANameAndNoMore() {
        String bundle = server.json(Messages.referral(2));
        String evil =
                bundle.replace(fullUrl(bundle, "Patient"), server.base() + "/fhir/" + victim.reference(Patient.class));
        Answer answer = server.post(ATTACKER, "", evil);
        assertThat(answer.status()).as(answer.body()).isIn(200, 400, 422);
        assertThat(answer.body()).doesNotContain(victim.reference(Patient.class));
        assertThat(victimNow()).isEqualTo(before);
    }

    /** If-None-Exist finds one's own people only: otherwise it tells who is known elsewhere, and fetches them. */
    @Test
    void aConditionFindsNobodyOfAnotherPractice() {
        var number = victim.person().getIdentifierFirstRep();
        String bundle = server.json(Messages.referral(2));
        String mine = Messages.part(Messages.parse(bundle, Bundle.class), Patient.class)
                .getIdentifierFirstRep()
                .getValue();
        Answer answer = server.post(ATTACKER, "", bundle.replace(mine, number.getValue()));
        // The same number in another practice's system is somebody else; whatever comes of it, nothing is found.
        assertThat(answer.body()).doesNotContain(victim.reference(Patient.class));
        assertThat(victimNow()).isEqualTo(before);
    }

    /** A proxy may look at the method, a framework at the header: only the method counts here. */
    @TestFactory
    Stream<DynamicTest> noHeaderOrParameterTurnsOneMethodIntoAnother() {
        String path = "/" + victim.reference(Task.class);
        return Stream.of("X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override")
                .flatMap(header -> Stream.of("DELETE", "PUT", "PATCH").map(method -> Map.entry(header, method)))
                .map(trick -> DynamicTest.dynamicTest(trick.toString(), () -> {
                    Answer read = server.send(server.request("his-demo-1", path)
                            .header(trick.getKey(), trick.getValue())
                            .GET());
                    assertThat(read.status()).isEqualTo(200);
                    Answer posted = server.send(server.request("his-demo-1", path + "?_method=" + trick.getValue())
                            .header(trick.getKey(), trick.getValue())
                            .header("Content-Type", "application/fhir+json")
                            .POST(BodyPublishers.ofString("{\"resourceType\":\"Task\"}")));
                    assertThat(posted.status()).as(posted.body()).isBetween(400, 499);
                    assertThat(victimNow()).isEqualTo(before);
                }));
    }

    private String victimNow() {
        return server.json(victim.person()) + server.json(victim.task()) + server.json(victim.referral());
    }

    private static String point(String bundle, String type, String target) {
        return bundle.replace("{\"reference\":\"" + fullUrl(bundle, type) + "\"", "{\"reference\":\"" + target + "\"");
    }

    private static String request(String bundle, String type, String method, String url) {
        return bundle.replaceFirst(
                "\"method\":\"POST\",\"url\":\"" + type + "\"",
                "\"method\":\"" + method + "\",\"url\":\"" + url + "\"");
    }

    private static String fullUrl(String bundle, String type) {
        return Messages.parse(bundle, Bundle.class).getEntry().stream()
                .filter(entry -> entry.getResource().fhirType().equals(type))
                .findFirst()
                .orElseThrow()
                .getFullUrl();
    }
}
