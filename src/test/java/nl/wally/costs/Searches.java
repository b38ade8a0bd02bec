package nl.wally.costs;

import static nl.wally.Answers.ok;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import nl.wally.FhirClient;
import nl.wally.FhirClient.Answer;
import nl.wally.conformance.Promised;

/** Reading one resource of each type in each way, and each search parameter and include, where it finds that one. */
final class Searches {
    private final Costs costs;
    private final FhirClient server;
    private final Promised promised;

    Searches(Costs costs, FhirClient server, Promised promised) {
        this.costs = costs;
        this.server = server;
        this.promised = promised;
    }

    void count() {
        table("search-parameters.csv").forEach(row -> search(row[0], row[1], row[2]));
        table("includes.csv").forEach(row -> include(row[0], row[1], row[2]));
    }

    private void search(String type, String parameter, String value) {
        String query = parameter + "=" + URLEncoder.encode(promised.filled(value), StandardCharsets.UTF_8);
        if (!parameter.equals("_id")) {
            query += "&_id=" + promised.reference(type, parameter).substring(type.length() + 1);
        }
        String path = "/" + type + "?" + query;
        costs.of("search %s?%s".formatted(type, parameter), () -> get(type, path));
    }

    private void include(String type, String kind, String path) {
        String source = path.substring(0, path.indexOf(':'));
        String query = "/%s?_id=%s&%s=%s".formatted(type, promised.id(type), kind, path);
        String name = "search %s?%s=%s".formatted(type, kind.replaceFirst("^(_include)=.*", "$1"), path);
        costs.of(name, () -> get(source, query));
    }

    /** As who may see this type. */
    private Answer get(String type, String path) {
        return ok(server.get(Promised.client(type), path));
    }

    private static Stream<String[]> table(String name) {
        try (var content = Searches.class.getResourceAsStream("/conformance/" + name)) {
            return Arrays.stream(new String(content.readAllBytes(), StandardCharsets.UTF_8).split("\n"))
                    .skip(1)
                    .map(line -> line.split(",", -1));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
