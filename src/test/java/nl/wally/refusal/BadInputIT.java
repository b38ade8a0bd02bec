package nl.wally.refusal;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import nl.wally.shared.Problem;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Bodies that cannot be read, or that are not what they say. */
class BadInputIT extends RefusalIT {
    private static final String NUL = String.valueOf((char) 0);

    @TestFactory
    Stream<DynamicTest> refusesTruncatedBodies() {
        String json = markedJson();
        String xml = context.newXmlParser().encodeResourceToString(marked());
        return Stream.of(1, 2, 10, 50, 90, 99)
                .flatMap(percent -> Stream.of(
                        refuses("JSON cut at " + percent + " %", 400, () -> post(cut(json, percent))),
                        refuses("XML cut at " + percent + " %", 400, () -> post("", XML, cut(xml, percent)))));
    }

    @TestFactory
    Stream<DynamicTest> refusesXmlThatIsNone() {
        String good = context.newXmlParser().encodeResourceToString(marked());
        Map<String, String> bodies = new LinkedHashMap<>();
        bodies.put("nothing", "");
        bodies.put("JSON", markedJson());
        bodies.put("another root", "<kanarie/>");
        bodies.put(
                "an extension of the Bundle, which has none",
                good.replaceFirst(
                        "<type ",
                        "<extension url=\"https://his.example/x\"><valueString value=\"x\"/></extension><type "));
        bodies.put("no namespace", good.replaceFirst(" xmlns=\"http://hl7.org/fhir\"", ""));
        bodies.put("another namespace", good.replaceFirst("http://hl7.org/fhir", "http://kanarie.example"));
        bodies.put("an unknown element", good.replaceFirst("<gender", "<kanarie value=\"x\"/><gender"));
        bodies.put("an unknown attribute", good.replaceFirst("<gender", "<gender kanarie=\"x\""));
        bodies.put("the character U+0000", good.replaceFirst("Deventer", "&#0;"));
        bodies.put("text between elements", good.replaceFirst("<gender", MARK + "<gender"));
        bodies.put(
                "an external entity",
                "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>" + good.replaceFirst("Deventer", "&e;"));
        bodies.put(
                "an external DTD",
                "<!DOCTYPE Bundle SYSTEM \"http://localhost:1/kanarie.dtd\">" + good.replaceFirst("Deventer", "&e;"));
        bodies.put("a parameter entity", "<!DOCTYPE x [<!ENTITY % e SYSTEM \"file:///etc/passwd\"> %e;]><x/>");
        bodies.put("a billion laughs", laughs() + good.replaceFirst("Deventer", "&l9;"));
        bodies.put("an entity that nobody declared", good.replaceFirst("Deventer", "&kanarie;"));
        bodies.put(
                "10,000 extensions",
                good.replaceFirst(
                        "<gender", "<extension url=\"x\">".repeat(10_000) + "</extension>".repeat(10_000) + "<gender"));
        return bodies.entrySet().stream()
                .map(body -> refuses(body.getKey(), Set.of(400, 422), () -> post("", XML, fresh(body.getValue()))));
    }

    @TestFactory
    Stream<DynamicTest> refusesOtherTypes() {
        String good = markedJson();
        Map<String, Supplier<Reply>> types = new LinkedHashMap<>();
        for (String type : List.of(
                "text/plain",
                "multipart/form-data; boundary=x",
                "application/x-www-form-urlencoded",
                "application/octet-stream",
                "application/fhir+turtle",
                "application/json+fhir",
                "application/json-patch+json",
                "*/*",
                "application/*",
                MARK,
                "a/b/c",
                ";",
                "application/fhir+json; charset=iso-8859-1",
                "application/fhir+json; charset=utf-16",
                "application/fhir+json; charset=kanarie",
                "application/fhir+json; charset=")) {
            types.put(type, () -> post("", type, good));
        }
        for (String coding : List.of("gzip", "deflate", "br", MARK)) {
            types.put(
                    "Content-Encoding " + coding,
                    () -> send(server.request(GP, "")
                            .header("Content-Type", JSON)
                            .header("Content-Encoding", coding)
                            .POST(BodyPublishers.ofString(good))));
        }
        types.put("no type", () -> send(server.request(GP, "").POST(BodyPublishers.ofString(good))));
        types.put("no type, no body", () -> send(server.request(GP, "").POST(BodyPublishers.noBody())));
        return types.entrySet().stream().map(type -> refuses(type.getKey(), Problem.MEDIA_TYPE, 415, type.getValue()));
    }

    @TestFactory
    Stream<DynamicTest> refusesOtherEncodings() {
        String good = markedJson();
        Charset latin = StandardCharsets.ISO_8859_1;
        Map<String, byte[]> bytes = new LinkedHashMap<>();
        bytes.put(
                "Latin 1 said to be UTF-8",
                good.replace("Deventer", "Cura\u00e7ao").getBytes(latin));
        bytes.put("a byte order mark", ("\ufeff" + good).getBytes(StandardCharsets.UTF_8));
        bytes.put("UTF-16", good.getBytes(StandardCharsets.UTF_16));
        bytes.put("an overlong NUL", good.replace("Deventer", "\u00c0\u0080").getBytes(latin));
        bytes.put(
                "a surrogate in UTF-8",
                good.replace("Deventer", "\u00ed\u00a0\u0080").getBytes(latin));
        bytes.put("only NUL", NUL.repeat(1000).getBytes(latin));
        return bytes.entrySet().stream()
                .map(body -> refuses(
                        body.getKey(),
                        Problem.UNREADABLE,
                        400,
                        () -> send(server.request(GP, "")
                                .header("Content-Type", JSON)
                                .POST(BodyPublishers.ofByteArray(body.getValue())))));
    }

    @TestFactory
    Stream<DynamicTest> refusesBodiesThatAreTooLarge() {
        byte[] megabyte = "x".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
        List<String> head = List.of("Authorization: " + server.tokens().bearer(GP), "Content-Type: " + JSON);
        byte[] chunk = ("100000\r\n" + "x".repeat(1 << 20) + "\r\n").getBytes(StandardCharsets.UTF_8);
        return Stream.of(
                refuses("20 MB that say so", Problem.TOO_LARGE, 413, () -> {
                    byte[][] parts = new byte[20][];
                    java.util.Arrays.fill(parts, megabyte);
                    return RawHttp.send(
                            server.base(), "POST /fhir HTTP/1.1", and(head, "Content-Length: 20971520"), parts);
                }),
                refuses("20 MB in chunks", Problem.TOO_LARGE, 413, () -> {
                    byte[][] parts = new byte[20][];
                    java.util.Arrays.fill(parts, chunk);
                    return RawHttp.send(
                            server.base(), "POST /fhir HTTP/1.1", and(head, "Transfer-Encoding: chunked"), parts);
                }),
                refuses(
                        "20 MB announced, nothing sent",
                        Problem.TOO_LARGE,
                        413,
                        () -> RawHttp.send(
                                server.base(), "POST /fhir HTTP/1.1", and(head, "Content-Length: 20971520"))),
                refuses(
                        "20 MB as a search",
                        Problem.TOO_LARGE,
                        413,
                        () -> post(
                                "/Task/_search",
                                "application/x-www-form-urlencoded",
                                "status=" + "x".repeat(20 << 20))));
    }

    private static List<String> and(List<String> headers, String one) {
        return Stream.concat(headers.stream(), Stream.of(one)).toList();
    }

    private static String cut(String whole, int percent) {
        return whole.substring(0, Math.max(1, whole.length() * percent / 100));
    }

    private static String laughs() {
        var laughs = new StringBuilder("<!DOCTYPE x [<!ENTITY l0 \"ha\">");
        for (int level = 1; level <= 9; level++) {
            laughs.append("<!ENTITY l")
                    .append(level)
                    .append(" \"")
                    .append(("&l" + (level - 1) + ";").repeat(10))
                    .append("\">");
        }
        return laughs.append("]>").toString();
    }
}
