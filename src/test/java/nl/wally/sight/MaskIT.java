package nl.wally.sight;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import nl.wally.FhirClient.Answer;
import nl.wally.Messages;
import nl.wally.ReferralLife;
import nl.wally.ServerIT;
import org.hl7.fhir.r4.model.Binary;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.CommunicationRequest;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** W-3: the GP sees how often somebody tried to reach the person, and not what; whatever way an answer leaves the server. */
class MaskIT extends ServerIT {
    private static final String GP = "his-demo-1";
    private static final String SANNE = "wally-demo-1";
    private static final String SECRET = "Buurvrouw nam op";

    private static ReferralLife thea;
    private static String attempt;

    @BeforeEach
    void anAttempt() {
        if (thea == null) {
            thea = ReferralLife.begin(server, 1);
            Communication call = Messages.attempt(thea.task(), "voicemail");
            call.addPayload().setContent(new StringType(SECRET));
            Answer created = server.post(SANNE, "/Communication", call);
            assertThat(created.status()).as(created.body()).isEqualTo(201);
            attempt = created.resource().getIdElement().getIdPart();
        }
    }

    @Test
    void everyWayOutIsMasked() {
        String task = thea.reference(Task.class);
        for (String way : List.of(
                "/Communication/" + attempt,
                "/Communication/" + attempt + "/_history/1",
                "/Communication/" + attempt + "/_history",
                "/Communication?_id=" + attempt,
                "/Communication?part-of=" + task,
                "/Communication?category=contact-attempt&part-of=" + task + "&_include=Communication:part-of",
                "/Communication?patient=" + thea.reference(Patient.class) + "&_summary=data",
                "/Communication?part-of=" + task + "&_elements=payload,medium",
                "/Task?_id=" + task.split("/")[1] + "&_revinclude=Communication:part-of",
                "/Communication/" + attempt + "?_format=xml",
                "/Communication?part-of=" + task + "&_format=xml")) {
            Answer masked = server.get(GP, way);
            assertThat(masked.status()).as(way + masked.body()).isEqualTo(200);
            assertThat(masked.body())
                    .as(way)
                    .contains(attempt, "SUBSETTED")
                    .doesNotContain(SECRET, "voicemail", "PHONE");
            assertThat(server.get(SANNE, "/Communication/" + attempt).body()).contains(SECRET, "voicemail", "PHONE");
        }
    }

    @Test
    void nobodyFindsAnAttemptByWhatIsMasked() {
        String person = thea.reference(Patient.class);
        String byRecipient = "/Communication?category=contact-attempt&recipient=" + person;
        assertThat(server.get(SANNE, byRecipient).all(Communication.class)).hasSize(1);
        assertThat(server.get(GP, byRecipient).all(Communication.class)).isEmpty();
        assertThat(server.get(GP, "/Communication?category=contact-attempt&patient=" + person)
                        .all(Communication.class))
                .hasSize(1);
    }

    @Test
    void noPageTellsOfWhatItDoesNotShow() {
        String person = thea.reference(Patient.class);
        for (int more = 0; more < 20; more++) {
            assertThat(server.post(SANNE, "/Communication", Messages.attempt(thea.task(), "no-answer"))
                            .status())
                    .isEqualTo(201);
        }
        for (String nobody : List.of(person, "Patient/nobody")) {
            Bundle page = server.get(GP, "/Communication?category=contact-attempt&_count=1&recipient=" + nobody)
                    .resource(Bundle.class);
            assertThat(page.getEntry()).isEmpty();
            assertThat(page.getLink("next")).isNull();
        }
    }

    @Test
    void nothingIsIncludedOverAReferenceThatIsMasked() {
        String request = thea.reference(CommunicationRequest.class);
        Communication call = Messages.attempt(thea.task(), "voicemail");
        call.addBasedOn(new Reference(request));
        Answer created = server.post(SANNE, "/Communication", call);
        assertThat(created.status()).as(created.body()).isEqualTo(201);
        String search =
                "/Communication?_id=" + created.resource().getIdElement().getIdPart()
                        + "&_include=Communication:based-on&_include=Communication:part-of";
        assertThat(server.get(SANNE, search).all(CommunicationRequest.class)).hasSize(1);
        assertThat(server.get(GP, search).all(CommunicationRequest.class)).isEmpty();
        assertThat(server.get(GP, search).all(Task.class)).hasSize(1);
        String back = "/CommunicationRequest?_id=" + request.split("/")[1] + "&_revinclude=Communication:based-on";
        assertThat(server.get(SANNE, back).all(Communication.class)).hasSize(1);
        assertThat(server.get(GP, back).all(Communication.class)).isEmpty();
    }

    private static String withoutPlace(Answer answer) {
        return answer.body()
                .replace("Bundle.entry[0].resource", "Communication")
                .replaceAll("\\{\"url\":\"[^\"]*/operationoutcome-issue-(line|col)\",\"valueInteger\":\\d+},", "");
    }

    @Test
    void whatIsMaskedIsNeverWrittenBack() {
        Communication masked = server.read(GP, "Communication/" + attempt, Communication.class);
        String right = "[{\"op\":\"test\",\"path\":\"/payload/0/contentString\",\"value\":\"" + SECRET + "\"}]";
        String wrong = right.replace(SECRET, "x");
        for (Answer refused : List.of(
                server.put(GP, masked),
                server.put(GP, server.read(SANNE, "Communication/" + attempt, Communication.class)),
                patch(right),
                patch(wrong),
                entry(right),
                entry(wrong))) {
            assertThat(refused.status()).as(refused.body()).isEqualTo(403);
            // Where in what was sent it stands, differs; nothing else does.
            assertThat(withoutPlace(refused)).isEqualTo(withoutPlace(patch(right)));
        }
        masked.addExtension(Messages.read("PractitionerRole/gp-1"));
        assertThat(server.put(GP, masked).problems()).containsExactly("forbidden");
        assertThat(server.get(SANNE, "/Communication/" + attempt).body()).contains(SECRET, "\"versionId\":\"1\"");
    }

    private Answer patch(String operations) {
        return server.send(server.request(GP, "/Communication/" + attempt)
                .header("Content-Type", "application/json-patch+json")
                .header("If-Match", "W/\"1\"")
                .method("PATCH", BodyPublishers.ofString(operations)));
    }

    private Answer entry(String operations) {
        var bundle = new Bundle().setType(Bundle.BundleType.TRANSACTION);
        bundle.addEntry()
                .setResource(new Binary()
                        .setContentType("application/json-patch+json")
                        .setData(operations.getBytes(StandardCharsets.UTF_8)))
                .getRequest()
                .setMethod(Bundle.HTTPVerb.PATCH)
                .setUrl("Communication/" + attempt)
                .setIfMatch("W/\"1\"");
        return server.post(GP, "", bundle);
    }
}
