package nl.wally.refusal;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.wally.shared.Problem;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Methods, paths, parameters and headers that no decent client sends. */
class BadRequestIT extends RefusalIT {
    private static final Set<Integer> CLIENT_ERROR =
            IntStream.range(400, 500).boxed().collect(java.util.stream.Collectors.toSet());
    private static final String LONG = "x".repeat(7_000);

    @TestFactory
    Stream<DynamicTest> refusesOtherMethods() {
        List<DynamicTest> cases = new ArrayList<>();
        for (String method :
                List.of("TRACE", "PROPFIND", "CONNECT", "LINK", "KANARIE", "get", "DELETE", "PUT", "PATCH", "POST")) {
            for (String path :
                    List.of("/fhir", "/fhir/Task/kanarie", "/fhir/Task/kanarie/_history/1", "/fhir/metadata")) {
                cases.add(refuses(method + " " + path, CLIENT_ERROR, () -> raw(method + " " + path + " HTTP/1.1")));
            }
        }
        return cases.stream();
    }

    @TestFactory
    Stream<DynamicTest> refusesPathsSpeltOtherwise() {
        return refusesPaths(
                "/fhir/../fhir/Task/1",
                "/fhir/%2e%2e/Task",
                "/fhir/..%2fTask",
                "/fhir/Task/..%2f..%2fetc%2fpasswd",
                "/fhir/Task%2f1",
                "/fhir//Task",
                "/fhir/Task//1",
                "/fhir/Task/1;jsessionid=kanarie",
                "/fhir/Task/%00",
                "/fhir/Task/%0d%0aX-Kanarie:1",
                "/fhir/Task/a%20b",
                "/fhir/Task/" + LONG,
                "/fhir/" + LONG);
    }

    @TestFactory
    Stream<DynamicTest> refusesIdsAndVersionsThatAreNone() {
        return refusesPaths(
                "/fhir/Task/Kanarie!",
                "/fhir/Task/kan_arie",
                "/fhir/Task/%f0%9f%90%a6",
                "/fhir/Task/" + "a".repeat(65),
                "/fhir/Task/1/2/3",
                "/fhir/Task/1/_history/abc",
                "/fhir/Task/1/_history/0",
                "/fhir/Task/1/_history/-1",
                "/fhir/Task/1/_history/99999999999999999999",
                "/fhir/Task/1/_history/2147483648",
                "/fhir/Task/1/_history/1/2",
                "/fhir/Task/PractitionerRole/gp-1");
    }

    @TestFactory
    Stream<DynamicTest> refusesTypesAndOperationsThatAreNotOffered() {
        return refusesPaths(
                "/fhir/Kanarie",
                "/fhir/Kanarie/1",
                "/fhir/Binary/1",
                "/fhir/Observation",
                "/fhir/SearchParameter",
                "/fhir/Observation?code=kanarie",
                "/fhir/task",
                "/fhir/TASK/1",
                "/fhir/$kanarie",
                "/fhir/Task/$kanarie",
                "/fhir/Task/1/$kanarie",
                "/fhir/Patient/1/$everything",
                "/fhir/$export",
                "/fhir/$reindex",
                "/fhir/$get-resource-counts",
                "/fhir/Patient/$expunge",
                "/fhir/_history",
                "/fhir/Task/_history",
                "/fhir?_getpages=kanarie",
                "/fhir/Task?_getpages=kanarie",
                "/fhir/Task?_query=kanarie",
                "/fhir/?name=kanarie",
                "/fhir/Patient/1/*",
                "/fhir/Patient/1/Task",
                "/fhir/Practitioner/kanarie/_history");
    }

    @TestFactory
    Stream<DynamicTest> refusesUrlsThatAreNone() {
        return refusesPaths(
                "/fhir/%",
                "/fhir/%zz",
                "/fhir/Task?status=%zz",
                "/fhir/Task?status=%",
                "/fhir/Task?status=%00",
                "/fhir/Task\\1",
                "/fhir/Task/1#kanarie",
                "/fhir/[Task]",
                "/fhir/Task?a|b",
                "/fhir/Task?" + LONG);
    }

    @TestFactory
    Stream<DynamicTest> refusesParametersThatAreNotOffered() {
        return refusesQueries(
                "vogel=1",
                "name=Kanarie",
                "_content=kanarie",
                "_text=kanarie",
                "_filter=kanarie",
                "_has:Task:focus:status=x",
                "patient.name=Kanarie",
                "patient.identifier=kanarie",
                "owner:PractitionerRole.practitioner=kanarie",
                "status:vogel=x",
                "status:not=requested",
                "status:missing=true",
                "_id:not=kanarie",
                "_list=kanarie",
                "_source=kanarie",
                "_tag=kanarie",
                "_security=kanarie",
                "_profile=kanarie",
                "_type=Task",
                "_contained=true");
    }

    @TestFactory
    Stream<DynamicTest> refusesIncludesAndSortsThatAreNotOffered() {
        return refusesQueries(
                "_include=*",
                "_include=Task:*",
                "_include=kanarie",
                "_include:iterate=Task:focus",
                "_revinclude=*",
                "_revinclude=AuditEvent:entity",
                "_sort=kanarie",
                "_sort=status",
                "_sort=_lastUpdated,_id",
                "_sort=");
    }

    @TestFactory
    Stream<DynamicTest> refusesPagesThatAreNone() {
        return refusesQueries(
                "_count=0",
                "_count=-1",
                "_count=kanarie",
                "_count=1.5",
                "_count=99999999999",
                "_count=",
                "_total=accurate",
                "_offset=1",
                "_cursor=kanarie",
                "_cursor=",
                "_cursor=AAAA",
                "_cursor=9223372036854775808");
    }

    @TestFactory
    Stream<DynamicTest> refusesSearchValuesThatAreNone() {
        return refusesQueries(
                "authored-on=kanarie",
                "authored-on=2026-13-01",
                "authored-on=xx2026",
                "authored-on=ge",
                "_lastUpdated=kanarie",
                "_lastUpdated=9999999999",
                "first-contact-due=2026-02-31",
                "status=",
                "status=a%00b",
                "identifier=a|b|c|d%00",
                "_id=",
                "_id=a/b/c%00");
    }

    @TestFactory
    Stream<DynamicTest> refusesToAnswerInOtherTypes() {
        return Stream.of(
                        "text/plain",
                        "image/png",
                        "application/pdf",
                        "text/csv",
                        "application/fhir+turtle",
                        "kanarie",
                        "a/b/c",
                        "application/fhir+json;q=kanarie",
                        ";;")
                .map(type -> refuses(
                        "Accept " + type,
                        Problem.NOT_ACCEPTABLE,
                        406,
                        () -> send(server.request(GP, "/Task")
                                .header("Accept", type)
                                .GET())));
    }

    @TestFactory
    Stream<DynamicTest> refusesTurtleAsFormat() {
        return Stream.of(
                        "ttl", "%20ttl", "rdf%20", "text/turtle", "application/x-turtle", "application/fhir+turtle;q=1")
                .map(format -> refuses(
                        "_format " + format,
                        Problem.NOT_ACCEPTABLE,
                        406,
                        () -> send(server.request(GP, "/metadata?_format=" + format)
                                .GET())));
    }

    @TestFactory
    Stream<DynamicTest> refusesToWalkAllProvenance() {
        return Stream.of(
                        "", "?_count=100", "?_sort=_lastUpdated", "?_lastUpdated=gt2020", "?_include=Provenance:target")
                .map(query ->
                        refuses("Provenance" + query, 400, () -> raw("GET /fhir/Provenance" + query + " HTTP/1.1")));
    }

    @TestFactory
    Stream<DynamicTest> refusesOtherHeaders() {
        Map<String, Supplier<Reply>> all = new LinkedHashMap<>();
        all.put("a header of 100 KB", () -> raw("GET /fhir/Task HTTP/1.1", "X-Kanarie: " + "x".repeat(100_000)));
        all.put(
                "1,000 headers",
                () -> raw(
                        "GET /fhir/Task HTTP/1.1",
                        IntStream.range(0, 1_000)
                                .mapToObj(i -> "X-" + i + ": kanarie")
                                .toArray(String[]::new)));
        all.put(
                "an unknown token",
                () -> RawHttp.send(server.base(), "GET /fhir/Task HTTP/1.1", List.of("Authorization: Bearer kanarie")));
        all.put("no token", () -> RawHttp.send(server.base(), "GET /fhir/Task HTTP/1.1", List.of()));
        all.put(
                "Basic",
                () -> RawHttp.send(
                        server.base(),
                        "GET /fhir/Task HTTP/1.1",
                        List.of("Authorization: Basic a2FuYXJpZTprYW5hcmll")));
        all.put("a token as parameter", () -> raw("GET /fhir/Task?access_token=kanarie HTTP/1.1"));
        all.put("a negative length", () -> raw("POST /fhir HTTP/1.1", "Content-Type: " + JSON, "Content-Length: -5"));
        all.put(
                "a length of letters",
                () -> raw("POST /fhir HTTP/1.1", "Content-Type: " + JSON, "Content-Length: abc"));
        all.put(
                "an unknown transfer coding",
                () -> raw("POST /fhir HTTP/1.1", "Content-Type: " + JSON, "Transfer-Encoding: kanarie"));
        all.put(
                "If-None-Exist on a Communication",
                () -> send(server.request(SANNE, "/Communication")
                        .header("Content-Type", JSON)
                        .header("If-None-Exist", "identifier=kanarie")
                        .POST(BodyPublishers.ofString(
                                "{\"resourceType\":\"Communication\",\"status\":\"completed\"}"))));
        return all.entrySet().stream().map(one -> refuses(one.getKey(), CLIENT_ERROR, one.getValue()));
    }

    private Stream<DynamicTest> refusesPaths(String... paths) {
        return Stream.of(paths)
                .map(path -> refuses(
                        path.substring(0, Math.min(60, path.length())),
                        CLIENT_ERROR,
                        () -> raw("GET " + path + " HTTP/1.1")));
    }

    private Stream<DynamicTest> refusesQueries(String... queries) {
        return Stream.of(queries)
                .map(query ->
                        refuses(query, 400, () -> raw("GET /fhir/Task?" + query.replace("|", "%7C") + " HTTP/1.1")));
    }

    private Reply raw(String line, String... headers) {
        List<String> all =
                new ArrayList<>(List.of("Authorization: " + server.tokens().bearer(GP)));
        all.addAll(List.of(headers));
        return RawHttp.send(server.base(), line, all);
    }
}
