package nl.wally.fuzz;

import static nl.wally.fuzz.Call.encoded;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import nl.wally.conformance.Capabilities;

/** Searches, reads, asks for histories and operations. */
final class Questions {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final List<String> SHORT = Oddities.TEXTS.subList(0, Oddities.TEXTS.size() - 1);

    private final Capabilities offered;

    Questions(Capabilities offered) {
        this.offered = offered;
    }

    Call search(Household from, Choices choices) {
        String type = choices.of(List.copyOf(offered.types()));
        var offer = offered.offer(type).orElseThrow();
        List<String> names = new ArrayList<>(
                offer.searchParameters().keySet().stream().sorted().toList());
        names.addAll(List.of(
                "_sort",
                "_count",
                "_include",
                "_cursor",
                "_elements",
                "_summary",
                "_format",
                "_total",
                "_lastUpdated",
                "_id"));
        StringBuilder query = new StringBuilder();
        for (int times = 1 + choices.below(3); times > 0; times--) {
            String modifier = choices.of(List.of(
                    "",
                    "",
                    "",
                    "",
                    ":exact",
                    ":missing",
                    ":not",
                    ":identifier",
                    ":Patient",
                    ":iterate",
                    ".name",
                    ":\u0000"));
            query.append(query.isEmpty() ? "" : "&")
                    .append(encoded(choices.of(names) + modifier))
                    .append('=')
                    .append(encoded(value(from, choices)));
        }
        String client = from.sender(choices);
        return choices.once(3)
                ? Call.of("POST", "/fhir/" + type + "/_search", client)
                        .with(FORM, query.toString().getBytes(StandardCharsets.UTF_8))
                : Call.of("GET", "/fhir/" + type + "?" + query, client);
    }

    private static String value(Household from, Choices choices) {
        return switch (choices.below(9)) {
            case 0 -> from.reference("Patient");
            case 1 -> choices.of(SHORT);
            case 2 -> choices.of(List.of("ge", "lt", "sa", "ap", "ne", "xx")) + choices.of(Oddities.DATES);
            case 3 -> choices.of(Oddities.NUMBERS);
            case 4 -> choices.of(Oddities.REFERENCES);
            case 5 -> choices.of(Oddities.ADDRESSES) + "|" + choices.of(Oddities.CODES);
            case 6 -> choices.of(Oddities.CODES) + "," + choices.of(Oddities.CODES) + ",\\,";
            case 7 -> from.mark();
            default -> choices.of(List.of("true", "-_lastUpdated", "Task:focus", "|", "|x", "x|", "\\|", "$", "*"));
        };
    }

    Call read(Household from, Choices choices) {
        String type = choices.of(List.copyOf(offered.types()));
        String id = choices.once(2) ? from.reference(type) : type + "/" + encoded(choices.of(SHORT));
        String more = choices.of(List.of(
                "",
                "/_history",
                "/_history/1",
                "/_history/99999999999999999999",
                "/_history?_count=-1",
                "/_history?_since=0000",
                "/$available-actions",
                "/$events?eventsSinceNumber=-1&eventsUntilNumber=99999999999999999999",
                "/$status",
                "/$everything",
                "?_elements=%00",
                "?_summary=count",
                "?_format=%C3%28"));
        return Call.of(choices.once(8) ? "DELETE" : "GET", "/fhir/" + id + more, from.sender(choices));
    }
}
