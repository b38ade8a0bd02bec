package nl.wally.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.wally.FhirClient.Answer;
import nl.wally.ServerIT;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceComponent;
import org.hl7.fhir.r4.model.StringType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Each search parameter and each include of the CapabilityStatement does what it promises, and what is not promised is refused. */
class SearchPromisesIT extends ServerIT {
    private static final String PARAMETERS = "/conformance/search-parameters.csv";
    private static final String INCLUDES = "/conformance/includes.csv";

    @Autowired
    private DaoRegistry daos;

    private Promised promised;

    @BeforeEach
    void prepare() {
        promised = Promised.on(server, daos);
    }

    @Test
    void everyPromiseIsTried() {
        assertThat(tried(PARAMETERS))
                .isEqualTo(promises(resource -> resource.getSearchParam().stream()
                        .map(parameter -> resource.getType() + "," + parameter.getName())));
        assertThat(tried(INCLUDES))
                .isEqualTo(promises(resource -> Stream.concat(
                        resource.getSearchInclude().stream()
                                .map(StringType::getValue)
                                .map(path -> resource.getType() + ",_include," + path),
                        resource.getSearchRevInclude().stream()
                                .map(StringType::getValue)
                                .map(path -> resource.getType() + ",_revinclude," + path))));
    }

    @ParameterizedTest(name = "{0}?{1}={2}, not {3}")
    @CsvFileSource(resources = PARAMETERS, numLinesToSkip = 1)
    void findsWhatMatchesAndNothingElse(String type, String parameter, String matching, String other) {
        assertThat(found(type, parameter, matching))
                .as("%s?%s=%s", type, parameter, matching)
                .containsExactly(promised.reference(type, parameter));
        assertThat(found(type, parameter, other))
                .as("%s?%s=%s", type, parameter, other)
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}?{1}={2}")
    @CsvFileSource(resources = INCLUDES, numLinesToSkip = 1)
    void includesWhatItPromises(String type, String kind, String path, String expected) {
        // Whoever may see what points there.
        String client = Promised.client(path.substring(0, path.indexOf(':')));
        Answer answer = server.get(client, "/%s?_id=%s&%s=%s".formatted(type, promised.id(type), kind, path));

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(references(answer, Bundle.SearchEntryMode.MATCH)).containsExactly(promised.reference(type));
        assertThat(references(answer, Bundle.SearchEntryMode.INCLUDE)).contains(promised.filled(expected));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "colour=red",
                "_tag=x",
                "_content=x",
                "_text=x",
                "_filter=status eq requested",
                "_has:Communication:part-of:status=completed",
                "status:not=requested",
                "status:missing=true",
                "status:text=x",
                "identifier:of-type=x",
                "patient:Patient=1",
                "patient:identifier=x|y",
                "patient.name=Thea",
                "patient.organization.name=x",
                "group-identifier=1",
                "_profile=x",
                "_security=x",
                "_source=x",
                "_list=x",
                "_type=Task",
                "_contained=true",
                "_include=Task:encounter",
                "_include=*",
                "_include:iterate=Task:focus",
                "_revinclude=AuditEvent:entity",
                "_sort=status",
                "_count=-1",
                "_count=many",
                "_total=accurate",
                "authored-on=yesterday",
                "authored-on=",
                "_lastUpdated=tomorrow",
                "_cursor=x",
                "_summary=some",
                "_summary=count"
            })
    void refusesWhatIsNotPromised(String query) {
        int equals = query.indexOf('=');
        Answer answer = server.get(
                TheaOnServer.GP, "/Task?" + query.substring(0, equals + 1) + encoded(query.substring(equals + 1)));

        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.problems()).hasSize(1).first().asString().startsWith("parameter-");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "_summary=true",
                "_summary=false",
                "_summary=text",
                "_summary=data",
                "_elements=status,owner",
                "_format=json",
                "_format=xml",
                "_format=application/fhir%2Bjson",
                "_format=application/fhir%2Bxml",
                "_pretty=true",
                "status=accepted&status=accepted",
                "_count=1",
                "_total=none",
                "_sort=-authored-on"
            })
    void shapesTheAnswer(String query) {
        Answer answer = server.get(TheaOnServer.GP, "/Task?_id=" + promised.id("Task") + "&" + query);

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.header("Content-Type").orElseThrow()).contains(query.contains("xml") ? "xml" : "json");
        assertThat(answer.resource(Bundle.class).getType()).isEqualTo(Bundle.BundleType.SEARCHSET);
    }

    @Test
    void searchesByPostAsByGet() {
        Answer answer = server.send(server.request(TheaOnServer.GP, "/Task/_search")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("_id=" + promised.id("Task") + "&owner=PractitionerRole/wally-1")));

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(references(answer, Bundle.SearchEntryMode.MATCH)).containsExactly(promised.reference("Task"));

        Answer other = server.send(server.request(TheaOnServer.GP, "/Task/_search?_id=" + promised.id("Task"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("owner=PractitionerRole/wally-2")));
        assertThat(references(other, Bundle.SearchEntryMode.MATCH)).isEmpty();

        Answer refused = server.send(server.request(TheaOnServer.GP, "/Task/_search")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("colour=red")));
        assertThat(refused.status()).as(refused.body()).isEqualTo(400);
        assertThat(refused.problems()).containsExactly("parameter-unknown");
    }

    private List<String> found(String type, String parameter, String value) {
        String query = parameter + "=" + encoded(promised.filled(value));
        if (!parameter.equals("_id")) {
            query += "&_id=" + promised.reference(type, parameter).substring(type.length() + 1);
        }
        Answer answer = server.get(Promised.client(type), "/" + type + "?" + query);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return references(answer, Bundle.SearchEntryMode.MATCH);
    }

    private static List<String> references(Answer answer, Bundle.SearchEntryMode mode) {
        return answer.resource(Bundle.class).getEntry().stream()
                .filter(entry -> entry.getSearch().getMode() == mode)
                .map(entry -> entry.getResource().fhirType() + "/"
                        + entry.getResource().getIdElement().getIdPart())
                .toList();
    }

    private Set<String> promises(Function<CapabilityStatementRestResourceComponent, Stream<String>> what) {
        return statement().getRestFirstRep().getResource().stream()
                .flatMap(what)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private CapabilityStatement statement() {
        return (CapabilityStatement)
                ProfileFiles.read(context, java.nio.file.Path.of("profiles", "CapabilityStatement-waw-server.json"));
    }

    /** The cells before the last two, or before the last one of an include. */
    private static Set<String> tried(String table) {
        int cells = table.equals(PARAMETERS) ? 2 : 3;
        try (var content = SearchPromisesIT.class.getResourceAsStream(table)) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    // What an include goes on from is no part of the promise.
                    .map(line -> line.replaceFirst(",(_include)=[^,]+,", ",$1,"))
                    .map(line -> String.join(",", List.of(line.split(",")).subList(0, cells)))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (java.io.IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
