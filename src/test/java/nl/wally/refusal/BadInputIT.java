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
    private static final String ESCAPE = "\\";

    @TestFactory
    Stream<DynamicTest> refusesJsonThatIsNone() {
        String good = markedJson();
        Map<String, String> bodies = new LinkedHashMap<>();
        bodies.put("nothing", "");
        bodies.put("white space", " \n\t");
        bodies.put("an array", "[" + good + "]");
        bodies.put("a number", "42");
        bodies.put("a string", "\"" + MARK + "\"");
        bodies.put("null", "null");
        bodies.put("true", "true");
        bodies.put("an empty object", "{}");
        bodies.put("no resourceType", good.replaceFirst("\"resourceType\":\"Bundle\",", ""));
        bodies.put("an unknown resourceType", good.replaceFirst("\"Bundle\"", "\"" + MARK + "\""));
        bodies.put("a resourceType that is a number", good.replaceFirst("\"Bundle\"", "7"));
        bodies.put("two documents", good + good);
        bodies.put("something after the end", good + "]");
        bodies.put("a comment", "// " + MARK + "\n" + good);
        bodies.put("single quotes", good.replace('"', '\''));
        bodies.put("a comma too many", good.replaceFirst("}$", ",}"));
        bodies.put("XML", context.newXmlParser().encodeResourceToString(marked()));
        bodies.put("NaN", good.replaceFirst("\"Deventer\"", "NaN"));
        bodies.put("an unknown element", good.replaceFirst("\"gender\":", "\"kanarie\":\"x\",\"gender\":"));
        bodies.put("the same key twice", good.replaceFirst("\"gender\":", "\"gender\":\"male\",\"gender\":"));
        bodies.put("the same resource key twice", good.replaceFirst("\"type\":", "\"type\":\"batch\",\"type\":"));
        bodies.put("a number for a string", good.replaceFirst("\"Deventer\"", "12"));
        bodies.put("an object for a string", good.replaceFirst("\"Deventer\"", "{}"));
        bodies.put("an array for a string", good.replaceFirst("\"Deventer\"", "[\"Deventer\"]"));
        bodies.put("null for a string", good.replaceFirst("\"Deventer\"", "null"));
        bodies.put(
                "an object for an array",
                good.replaceFirst("\"entry\":\\[", "\"entry\":{\"x\":[").concat("}"));
        bodies.put("a string for a boolean", good.replaceFirst("\"valueBoolean\":false", "\"valueBoolean\":\"no\""));
        bodies.put("a boolean as a string", good.replaceFirst("\"valueBoolean\":false", "\"valueBoolean\":\"false\""));
        bodies.put("an unknown code", good.replaceFirst("\"female\"", "\"" + MARK + "\""));
        bodies.put("an empty string", good.replaceFirst("\"female\"", "\"\""));
        for (String date :
                List.of("1971-13-40", "1971-02-30", "14-05-1971", "yesterday", "0000-00-00", "99999-01-01")) {
            bodies.put("the date " + date, good.replaceFirst("\"1971-05-14\"", "\"" + date + "\""));
        }
        for (String time : List.of("2026-03-02T25:00:00+01:00", "2026-03-02T10:15", "2026-03-02T10:15:00", "1e9")) {
            bodies.put(
                    "the time " + time,
                    good.replace("\"authoredOn\":\"2026-03-02T10:15:00+01:00\"", "\"authoredOn\":\"" + time + "\""));
        }
        for (int code : new int[] {0, 1, 8, 0x1b}) {
            String escape = ESCAPE + String.format("u%04x", code);
            bodies.put("the escaped control character " + code, good.replaceFirst("Deventer", "De" + ESCAPE + escape));
            bodies.put("the bare control character " + code, good.replaceFirst("Deventer", "De" + (char) code));
        }
        bodies.put("a lone surrogate", good.replaceFirst("Deventer", ESCAPE + ESCAPE + "ud800"));
        bodies.put("a lone surrogate in a note", good.replaceFirst("Ik heet", ESCAPE + ESCAPE + "udfff"));
        bodies.put("the noncharacter U+FFFF", good.replaceFirst("Deventer", "" + (char) 0xffff));
        bodies.put("a broken escape", good.replaceFirst("Deventer", ESCAPE + ESCAPE + "uZZZZ"));
        for (int depth : new int[] {200, 10_000, 100_000}) {
            bodies.put(depth + " arrays", "[".repeat(depth));
            bodies.put(depth + " objects", "{\"a\":".repeat(depth) + "1" + "}".repeat(depth));
            bodies.put(
                    depth + " extensions",
                    good.replaceFirst(
                            "\"gender\":",
                            "\"extension\":"
                                    + "[{\"url\":\"x\",\"extension\":".repeat(Math.min(depth, 20_000))
                                    + "[]" + "}]".repeat(Math.min(depth, 20_000)) + ",\"gender\":"));
        }
        bodies.put("a number of 100,000 digits", good.replaceFirst("\"Deventer\"", "1".repeat(100_000)));
        return bodies.entrySet().stream()
                .map(body -> refuses(body.getKey(), Set.of(400, 422), () -> post(fresh(body.getValue()))));
    }

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
    Stream<DynamicTest> refusesOtherEncodingsAndTypes() {
        String good = markedJson();
        Charset latin = StandardCharsets.ISO_8859_1;
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
        return Stream.concat(
                types.entrySet().stream().map(type -> refuses(type.getKey(), Problem.MEDIA_TYPE, 415, type.getValue())),
                bytes.entrySet().stream()
                        .map(body -> refuses(
                                body.getKey(),
                                Problem.UNREADABLE,
                                400,
                                () -> send(server.request(GP, "")
                                        .header("Content-Type", JSON)
                                        .POST(BodyPublishers.ofByteArray(body.getValue()))))));
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
