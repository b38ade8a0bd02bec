package nl.wally.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.wally.FhirClient.Answer;
import nl.wally.Messages;
import nl.wally.ReferralLife;
import nl.wally.ServerIT;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Addresses in what a client sends: of entities, schemas, profiles, code systems, attachments and packages. A server that
 * fetches one of them reads its own files out, or knocks at doors inside the house that only it can reach. Here somebody
 * listens at the address: nobody comes, and none of the answers holds a file of this machine.
 */
class OutwardIT extends ServerIT {
    private static ServerSocket listener;
    private static String here;

    @BeforeAll
    static void listen() throws IOException {
        listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        here = "http://127.0.0.1:" + listener.getLocalPort();
    }

    @AfterAll
    static void stopListening() throws IOException {
        listener.close();
    }

    @TestFactory
    Stream<DynamicTest> readsNoEntitySchemaOrFileThatXmlNames() {
        String patient =
                context.newXmlParser().encodeResourceToString(Messages.part(Messages.referral(1), Patient.class));
        String inside = patient.replaceFirst("<Patient xmlns=\"http://hl7.org/fhir\">", "");
        Map<String, String> bodies = new LinkedHashMap<>();
        for (String target : List.of("file:///etc/passwd", here + "/x", "jar:" + here + "/x!/y", "ftp://127.0.0.1/x")) {
            bodies.put(
                    "an entity " + target,
                    "<!DOCTYPE r [<!ENTITY e SYSTEM \"" + target + "\">]>" + patient.replaceFirst("Thea", "&e;"));
            bodies.put(
                    "a public entity " + target,
                    "<!DOCTYPE r [<!ENTITY e PUBLIC \"a\" \"" + target + "\">]>" + patient.replaceFirst("Thea", "&e;"));
            bodies.put("a DTD " + target, "<!DOCTYPE Patient SYSTEM \"" + target + "\">" + patient);
            bodies.put(
                    "a parameter entity " + target,
                    "<!DOCTYPE r [<!ENTITY % e SYSTEM \"" + target + "\"> %e;]>" + patient);
            bodies.put(
                    "XInclude " + target,
                    "<Patient xmlns=\"http://hl7.org/fhir\" xmlns:xi=\"http://www.w3.org/2001/XInclude\">"
                            + "<xi:include parse=\"text\" href=\"" + target + "\"/>" + inside);
            bodies.put(
                    "a schema " + target,
                    patient.replaceFirst(
                            "<Patient ",
                            "<Patient "
                                    + "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:schemaLocation=\"http://hl7.org/fhir "
                                    + target + "\" "));
            bodies.put(
                    "a stylesheet " + target, "<?xml-stylesheet type=\"text/xsl\" href=\"" + target + "\"?>" + patient);
        }
        Task task = ReferralLife.begin(server, 1).task();
        String taskPath = "/Task/" + task.getIdElement().getIdPart();
        return bodies.entrySet().stream()
                .flatMap(body -> Stream.of(
                                "POST /Patient",
                                "POST ",
                                "POST /Patient/$validate",
                                "POST /$validate",
                                "PUT " + taskPath,
                                "PATCH " + taskPath,
                                "POST /Bundle/$validate?mode=create")
                        .map(door -> DynamicTest.dynamicTest(door + ", " + body.getKey(), () -> {
                            String[] parts = door.split(" ", 2);
                            requireQuiet(send(parts[0], parts[1], "application/fhir+xml", body.getValue()));
                        })));
    }

    @TestFactory
    Stream<DynamicTest> fetchesNothingThatAMessageNames() {
        String patient = server.json(Messages.part(Messages.referral(1), Patient.class));
        String task = server.json(Messages.part(Messages.referral(1), Task.class));
        Map<String, String> bodies = new LinkedHashMap<>();
        bodies.put("a profile", patient.replaceFirst("\\{", "{\"meta\":{\"profile\":[\"" + here + "/p\"]},"));
        bodies.put(
                "an extension",
                patient.replaceFirst("\\{", "{\"extension\":[{\"url\":\"" + here + "/e\",\"valueString\":\"x\"}],"));
        bodies.put("rules", patient.replaceFirst("\\{", "{\"implicitRules\":\"" + here + "/r\","));
        bodies.put(
                "a photo",
                patient.replaceFirst(
                        "\\{", "{\"photo\":[{\"url\":\"" + here + "/a\",\"contentType\":\"image/png\"}],"));
        bodies.put("a code system", task.replaceFirst("\"system\":\"[^\"]*\"", "\"system\":\"" + here + "/cs\""));
        bodies.put("a definition", task.replaceFirst("\\{", "{\"instantiatesCanonical\":\"" + here + "/d\","));
        bodies.put("an instruction", task.replaceFirst("\\{", "{\"instantiatesUri\":\"" + here + "/d\","));
        bodies.put(
                "a reference",
                task.replaceFirst("\"reference\":\"[^\"]*\"", "\"reference\":\"" + here + "/fhir/Patient/1\""));
        bodies.put(
                "a form",
                "{\"resourceType\":\"QuestionnaireResponse\",\"status\":\"completed\",\"questionnaire\":\"" + here
                        + "/q\"}");
        return bodies.entrySet().stream()
                .flatMap(body -> Stream.of("", "/$validate", "/$validate?mode=create&profile=" + here + "/p")
                        .map(door -> DynamicTest.dynamicTest(body.getKey() + door, () -> {
                            String type = body.getValue().contains("\"resourceType\":\"Task\"")
                                    ? "Task"
                                    : body.getKey().equals("a form") ? "QuestionnaireResponse" : "Patient";
                            requireQuiet(send("POST", "/" + type + door, "application/fhir+json", body.getValue()));
                        })));
    }

    private Answer send(String method, String path, String type, String body) {
        return server.send(server.request("his-demo-1", path)
                .header("Content-Type", type)
                .header("If-Match", "W/\"1\"")
                .method(method, BodyPublishers.ofString(body)));
    }

    private static void requireQuiet(Answer answer) throws IOException {
        assertThat(answer.status()).as(answer.body()).isLessThan(500);
        assertThat(answer.body()).doesNotContain("root:", "/bin/");
        listener.setSoTimeout(1);
        try {
            listener.accept().close();
            throw new AssertionError("Somebody came: " + answer.body());
        } catch (SocketTimeoutException nobody) {
            assertThat(nobody).isNotNull();
        }
    }
}
