package nl.wally.refusal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Bodies that should be JSON and are not, or whose values no referral can have. */
class BadJsonIT extends RefusalIT {
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
        return refusesBodies(bodies);
    }

    @TestFactory
    Stream<DynamicTest> refusesJsonOfAnotherShape() {
        String good = markedJson();
        Map<String, String> bodies = new LinkedHashMap<>();
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
        bodies.put(
                "an extension of the Bundle, which has none",
                good.replaceFirst(
                        "\"type\":",
                        "\"extension\":[{\"url\":\"https://his.example/x\",\"valueString\":\"x\"}],\"type\":"));
        bodies.put(
                "nothing for an extension of the Bundle",
                good.replaceFirst("\"type\":", "\"extension\":[null],\"type\":"));
        bodies.put("an unknown code", good.replaceFirst("\"female\"", "\"" + MARK + "\""));
        bodies.put("an empty string", good.replaceFirst("\"female\"", "\"\""));
        return refusesBodies(bodies);
    }

    @TestFactory
    Stream<DynamicTest> refusesDatesAndTimesThatAreNone() {
        String good = markedJson();
        Map<String, String> bodies = new LinkedHashMap<>();
        for (String date :
                List.of("1971-13-40", "1971-02-30", "14-05-1971", "yesterday", "0000-00-00", "99999-01-01")) {
            bodies.put("the date " + date, good.replaceFirst("\"1971-05-14\"", "\"" + date + "\""));
        }
        for (String time : List.of("2026-03-02T25:00:00+01:00", "2026-03-02T10:15", "2026-03-02T10:15:00", "1e9")) {
            bodies.put(
                    "the time " + time,
                    good.replace("\"authoredOn\":\"2026-03-02T10:15:00+01:00\"", "\"authoredOn\":\"" + time + "\""));
        }
        return refusesBodies(bodies);
    }

    @TestFactory
    Stream<DynamicTest> refusesCharactersThatAreNone() {
        String good = markedJson();
        Map<String, String> bodies = new LinkedHashMap<>();
        for (int code : new int[] {0, 1, 8, 0x1b}) {
            String escape = ESCAPE + String.format("u%04x", code);
            bodies.put("the escaped control character " + code, good.replaceFirst("Deventer", "De" + ESCAPE + escape));
            bodies.put("the bare control character " + code, good.replaceFirst("Deventer", "De" + (char) code));
        }
        bodies.put("a lone surrogate", good.replaceFirst("Deventer", ESCAPE + ESCAPE + "ud800"));
        bodies.put("a lone surrogate in a note", good.replaceFirst("Ik heet", ESCAPE + ESCAPE + "udfff"));
        bodies.put("the noncharacter U+FFFF", good.replaceFirst("Deventer", "" + (char) 0xffff));
        bodies.put("a broken escape", good.replaceFirst("Deventer", ESCAPE + ESCAPE + "uZZZZ"));
        return refusesBodies(bodies);
    }

    @TestFactory
    Stream<DynamicTest> refusesJsonThatIsTooDeepOrTooLong() {
        String good = markedJson();
        Map<String, String> bodies = new LinkedHashMap<>();
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
        return refusesBodies(bodies);
    }

    private Stream<DynamicTest> refusesBodies(Map<String, String> bodies) {
        return bodies.entrySet().stream()
                .map(body -> refuses(body.getKey(), Set.of(400, 422), () -> post(fresh(body.getValue()))));
    }
}
