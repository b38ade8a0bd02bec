package nl.wally.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.wally.Beside;
import nl.wally.FhirClient.Answer;
import nl.wally.Messages;
import nl.wally.ReferralLife;
import nl.wally.ServerIT;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementKind;
import org.hl7.fhir.r4.model.CapabilityStatement.TypeRestfulInteraction;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** {@code /fhir/metadata} is the CapabilityStatement of the guide, and it is true: what it names answers, the rest is refused. */
class MetadataIT extends ServerIT {
    private static final String JSON = "application/fhir+json";
    private static final CapabilityStatement STATEMENT = (CapabilityStatement) ProfileFiles.read(
            ca.uhn.fhir.context.FhirContext.forR4Cached(), Path.of("profiles", "CapabilityStatement-waw-server.json"));

    @Autowired
    private DaoRegistry daos;

    /** Of a Bundle only an operation is offered, see {@link ValidateIT}. */
    static Stream<String> types() {
        return STATEMENT.getRestFirstRep().getResource().stream()
                .filter(resource -> resource.hasInteraction())
                .map(resource -> resource.getType());
    }

    static Stream<Arguments> interactions() {
        return types().filter(type -> !type.equals("Bundle"))
                .flatMap(type -> Stream.of(TypeRestfulInteraction.values())
                        .filter(interaction -> interaction != TypeRestfulInteraction.NULL)
                        .map(interaction -> Arguments.of(type, interaction)));
    }

    @ParameterizedTest
    @ValueSource(strings = {JSON, "application/fhir+xml", JSON + ";q=0.5, text/turtle"})
    void tellsWithoutTokenWhatTheGuideTells(String accepted) {
        String format = accepted.split(";")[0];
        Answer answer = server.send(
                HttpRequest.newBuilder(server.base().resolve("/fhir/metadata")).header("Accept", accepted));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type").orElseThrow()).startsWith(format);
        var told = answer.resource(CapabilityStatement.class);
        assertThat(told.getKind()).isEqualTo(CapabilityStatementKind.INSTANCE);
        assertThat(told.getInstantiates().get(0).getValue()).isEqualTo(Canonicals.CAPABILITY_STATEMENT);
        assertThat(told.getFhirVersion()).isEqualTo(STATEMENT.getFhirVersion());
        assertThat(Base.compareDeep(told.getRest(), STATEMENT.getRest(), false)).isTrue();
        assertThat(Base.compareDeep(told.getFormat(), STATEMENT.getFormat(), false))
                .isTrue();
        assertThat(Base.compareDeep(told.getPatchFormat(), STATEMENT.getPatchFormat(), false))
                .isTrue();
        assertThat(new ExampleValidation(context).errorsIn(told)).isEmpty();
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("interactions")
    void offersWhatIsPromisedAndNothingElse(String type, TypeRestfulInteraction interaction) {
        var promised = Promised.on(server, daos);
        Answer answer = server.send(asked(promised, type, interaction));

        if (promises(type, interaction)) {
            assertThat(answer.status()).as(answer.body()).isIn(200, 201);
        } else {
            requireRefused(answer);
        }
    }

    @ParameterizedTest(name = "{1} {0}")
    @CsvSource({
        "_history, GET",
        "?_type=Task, GET",
        "?_lastUpdated=gt2020, GET",
        "'', DELETE",
        "'', PUT",
        "$process-message, POST",
        "$meta, GET",
        "Task/$validate, GET",
        "Questionnaire/$expand, POST",
        "Patient/1/$everything, GET",
        "Task/_search/x, GET",
        "Task/1/2/3, GET",
        "Task/1/_history/1/2, GET",
        "Nonsense, GET",
        "Location, GET",
        "Location/1, GET",
        "Location, POST",
        "RelatedPerson, POST",
        "Questionnaire, POST",
        "Questionnaire/waw-clarification-form, PUT",
        "Location/1, PUT",
        "AuditEvent, POST",
        "AuditEvent/1/_history, GET",
        "Subscription/1/$get-ws-binding-token, GET",
        "Subscription/1, DELETE",
        "SearchParameter, POST",
        "StructureDefinition, GET",
        "Binary/1, GET",
        "Bundle, POST"
    })
    void refusesWhatIsNotNamed(String path, String method) {
        String slash = path.isEmpty() || path.startsWith("?") ? "" : "/";
        Answer answer = server.send(server.request(TheaOnServer.GP, slash + path)
                .header("Content-Type", JSON)
                .method(
                        method,
                        BodyPublishers.ofString("{\"resourceType\":\"" + path.replaceAll("\\W.*", "") + "\"}")));

        requireRefused(answer);
    }

    @ParameterizedTest
    @MethodSource("types")
    void offersNothingConditional(String type) {
        String client = Promised.client(type);
        var promised = Promised.on(server, daos);
        Resource resource = server.read(client, promised.reference(type), Resource.class);
        String where = "/" + type + "?_id=" + promised.id(type);
        String body = server.json(resource);

        requireRefused(server.send(json(client, where).PUT(BodyPublishers.ofString(body))));
        requireRefused(server.send(server.request(client, where).DELETE()));
        requireRefused(server.send(server.request(client, where)
                .header("Content-Type", "application/json-patch+json")
                .method("PATCH", BodyPublishers.ofString(noChange(type)))));
        requireRefused(server.send(
                json(client, "/" + type).header("If-None-Exist", "_id=x").POST(BodyPublishers.ofString(body))));
    }

    @Test
    void refusesBatches() {
        Answer answer = server.post(TheaOnServer.GP, "", new Bundle().setType(Bundle.BundleType.BATCH));

        assertThat(answer.status()).isEqualTo(400);
        requireRefused(answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {JSON, "application/fhir+xml"})
    void takesPatchesInTheFormatsPromised(String format) {
        var promised = Promised.on(server, daos);
        String patch = format.contains("xml")
                ? "<Parameters xmlns='http://hl7.org/fhir'><parameter><name value='operation'/>"
                        + "<part><name value='type'/><valueCode value='replace'/></part>"
                        + "<part><name value='path'/><valueString value='Task.status'/></part>"
                        + "<part><name value='value'/><valueCode value='accepted'/></part></parameter></Parameters>"
                : "{'resourceType':'Parameters','parameter':[{'name':'operation','part':["
                        + "{'name':'type','valueCode':'replace'},{'name':'path','valueString':'Task.status'},"
                        + "{'name':'value','valueCode':'accepted'}]}]}";
        String version = server.read(TheaOnServer.SANNE, promised.reference("Task"), Resource.class)
                .getMeta()
                .getVersionId();

        Answer answer = server.send(server.request(TheaOnServer.SANNE, "/" + promised.reference("Task"))
                .header("Content-Type", format)
                .header("If-Match", "W/\"" + version + "\"")
                .method("PATCH", BodyPublishers.ofString(format.contains("xml") ? patch : patch.replace('\'', '"'))));

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/metadata", "/Task", "/Task/1", "", "/Nonsense"})
    void survivesHeadAndOptions(String path) {
        for (String method : List.of("HEAD", "OPTIONS")) {
            Answer answer = server.send(server.request(TheaOnServer.GP, path).method(method, BodyPublishers.noBody()));
            assertThat(answer.status()).as(method + " " + path).isLessThan(500);
        }
    }

    private HttpRequest.Builder asked(Promised promised, String type, TypeRestfulInteraction interaction) {
        String client = Promised.client(type);
        String reference = "/" + promised.reference(type);
        return switch (interaction) {
            case READ -> server.request(client, reference);
            case VREAD -> server.request(client, reference + "/_history/1");
            case HISTORYINSTANCE -> server.request(client, reference + "/_history");
            case HISTORYTYPE -> server.request(client, "/" + type + "/_history");
            case SEARCHTYPE -> server.request(client, "/" + type + "?_id=" + promised.id(type));
            case DELETE -> server.request(client, reference).DELETE();
            case UPDATE ->
                matching(json(client, reference), promised, type)
                        .PUT(BodyPublishers.ofString(server.json(current(promised, type))));
            case PATCH ->
                matching(server.request(client, reference), promised, type)
                        .header("Content-Type", "application/json-patch+json")
                        .method("PATCH", BodyPublishers.ofString(noChange(type)));
            case CREATE ->
                json(
                                switch (type) {
                                    case "Communication" -> TheaOnServer.SANNE;
                                    case "Task" -> TheaOnServer.GP;
                                    default -> client;
                                },
                                "/" + type)
                        .POST(BodyPublishers.ofString(server.json(another(promised, type))));
            default -> throw new IllegalArgumentException(interaction.toCode());
        };
    }

    private HttpRequest.Builder json(String client, String path) {
        return server.request(client, path).header("Content-Type", JSON);
    }

    private HttpRequest.Builder matching(HttpRequest.Builder request, Promised promised, String type) {
        return request.header(
                "If-Match", "W/\"" + current(promised, type).getMeta().getVersionId() + "\"");
    }

    private Resource current(Promised promised, String type) {
        return server.read(Promised.client(type), promised.reference(type), Resource.class);
    }

    /** A resource like the one promised; a team is for a practice that has none yet. */
    private Resource another(Promised promised, String type) {
        if (type.equals("Task")) {
            // A referral Task comes with its referral; a request to stop can be sent by itself.
            ReferralLife life = ReferralLife.begin(server, 1);
            life.step(TheaOnServer.SANNE, Task.TaskStatus.ACCEPTED, Set.of());
            life.step(TheaOnServer.SANNE, Task.TaskStatus.INPROGRESS, Set.of());
            return Beside.cancellation(life.task());
        }
        Resource resource = current(promised, type);
        resource.setId((String) null);
        if (resource instanceof Communication feedback) {
            // What happened to the one is not said of the other.
            feedback.setReceived(null);
            feedback.getExtension().clear();
        }
        if (resource instanceof CareTeam team) {
            Organization practice = Messages.example("Organization-practice-1", Organization.class);
            practice.setId((String) null);
            practice.setName("Praktijk " + UUID.randomUUID());
            Resource created = server.post(Promised.client(type), "/Organization", practice)
                    .resource();
            team.setManagingOrganization(List.of(
                    new Reference("Organization/" + created.getIdElement().getIdPart())));
        }
        return resource;
    }

    private static String noChange(String type) {
        return "[{\"op\":\"test\",\"path\":\"/resourceType\",\"value\":\"" + type + "\"}]";
    }

    private static boolean promises(String type, TypeRestfulInteraction interaction) {
        return STATEMENT.getRestFirstRep().getResource().stream()
                .filter(resource -> resource.getType().equals(type))
                .flatMap(resource -> resource.getInteraction().stream())
                .anyMatch(offered -> offered.getCode() == interaction);
    }

    /** Refused as not offered, in our words. */
    private static void requireRefused(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isBetween(400, 499);
        assertThat(answer.resource(OperationOutcome.class).getIssue())
                .isNotEmpty()
                .allMatch(issue -> Canonicals.SYSTEM_PROBLEM.equals(
                        issue.getDetails().getCodingFirstRep().getSystem()));
        Set<String> problems = answer.problems().stream().collect(Collectors.toSet());
        if (problems.contains("bundle-required")) {
            // Who has to send more is told at once what is wrong with what was sent.
            problems.remove("profile-violation");
        }
        assertThat(problems)
                .as(answer.body())
                .isSubsetOf("not-supported", "not-found", "unreadable", "parameter-unknown", "bundle-required");
    }
}
