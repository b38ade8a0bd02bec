package nl.wally.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.OperationOutcomeIssueComponent;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Messages of other guides are refused, whatever way they come, in words from which their author can adapt them. */
class ForeignInputIT extends RefusalIT {
    private static final Set<Integer> REFUSED = Set.of(400, 403, 404, 405, 422, 428);
    private static final Set<String> PARTS =
            Set.of("Patient", "Consent", "ServiceRequest", "Task", "CommunicationRequest");
    private static final Pattern ENTRY = Pattern.compile("^Bundle\\.entry\\[(\\d+)]\\.resource");
    private static final Map<String, Set<String>> EXPECTED = expected();
    private static final Map<String, String> TABLE = new TreeMap<>();

    @TestFactory
    Stream<DynamicTest> refusesMessagesOfOtherGuides() {
        return ForeignMessage.all().stream().flatMap(this::inEveryWay);
    }

    @AfterAll
    static void print() {
        assertThat(EXPECTED).hasSize(20);
        assertThat(TABLE.keySet())
                .containsAll(EXPECTED.keySet().stream()
                        .map(message -> message + ", adapted halfway")
                        .toList());
        TABLE.forEach((way, problems) -> System.out.println(way + " -> " + problems));
    }

    private Stream<DynamicTest> inEveryWay(ForeignMessage message) {
        Map<String, Supplier<Reply>> ways = new LinkedHashMap<>();
        String json = server.json(message.resource());
        ways.put("post to its type", () -> post("/" + message.type(), JSON, json));
        ways.put(
                "put",
                () -> send(server.request(GP, "/" + message.type() + "/" + message.id())
                        .header("Content-Type", JSON)
                        .header("If-Match", "W/\"1\"")
                        .PUT(BodyPublishers.ofString(json))));
        ways.put("post to the base", () -> post(json));
        ways.put("transaction of POST", () -> post(message.transaction(HTTPVerb.POST)));
        ways.put("transaction of PUT", () -> post(message.transaction(HTTPVerb.PUT)));
        ways.put("in our bundle", () -> post(message.inOurBundle()));
        ways.put("adapted halfway", () -> post(message.adaptedHalfway()));
        return ways.entrySet().stream().map(way -> {
            String name = message.guide() + "/" + message.name() + ", " + way.getKey();
            return refuses(name, REFUSED, () -> {
                Reply reply = way.getValue().get();
                requireHelp(message, way.getKey(), issues(reply));
                TABLE.put(name, reply.status() + " " + summary(issues(reply)));
                return reply;
            });
        });
    }

    private void requireHelp(ForeignMessage message, String way, List<OperationOutcomeIssueComponent> issues) {
        assertThat(issues)
                .as("a finding of the profile says where and what is expected")
                .filteredOn(issue -> problem(issue).equals("profile-violation"))
                .allMatch(OperationOutcomeIssueComponent::hasExpression)
                .noneMatch(issue -> text(issue).contains("does not conform"));
        boolean bundle = message.resource() instanceof Bundle;
        switch (way) {
            case "post to its type" -> {
                if (bundle) {
                    assertThat(issues).anyMatch(issue -> text(issue).contains("transaction Bundle to the base"));
                } else if (PARTS.contains(message.type())) {
                    assertThat(issues).anyMatch(issue -> problem(issue).equals("bundle-required"));
                }
            }
            case "put" ->
                assertThat(issues).anyMatch(issue -> text(issue).matches(".*(not offered|creates nothing).*"));
            case "post to the base" -> requireHelpAtTheBase(message, issues);
            case "transaction of POST" -> assertThat(issues).allMatch(OperationOutcomeIssueComponent::hasExpression);
            case "in our bundle" ->
                assertThat(issues)
                        .filteredOn(issue -> problem(issue).equals("reference-unresolved"))
                        .allMatch(issue -> expression(issue).matches("Bundle\\.entry\\[\\d+]\\.resource\\.\\w+"));
            case "adapted halfway" ->
                assertThat(issues.stream().map(issue -> typed(issue, message.adaptedHalfway())))
                        .containsAll(EXPECTED.getOrDefault(message.guide() + "/" + message.name(), Set.of()));
            default -> assertThat(issues).isNotEmpty();
        }
    }

    private static void requireHelpAtTheBase(ForeignMessage message, List<OperationOutcomeIssueComponent> issues) {
        if (!(message.resource() instanceof Bundle bundle)) {
            assertThat(issues).anyMatch(issue -> text(issue).contains("Only a Bundle of type transaction"));
        } else if (bundle.getType() != BundleType.TRANSACTION) {
            assertThat(issues).anyMatch(issue -> expression(issue).equals("Bundle.type"));
        } else {
            assertThat(issues).allMatch(issue -> expression(issue).startsWith("Bundle.entry["));
        }
    }

    private List<OperationOutcomeIssueComponent> issues(Reply reply) {
        return ((OperationOutcome) context.newJsonParser().parseResource(reply.body())).getIssue();
    }

    private static String summary(List<OperationOutcomeIssueComponent> issues) {
        return issues.stream().map(ForeignInputIT::named).distinct().collect(Collectors.joining(", "));
    }

    private static String named(OperationOutcomeIssueComponent issue) {
        return problem(issue) + "," + expression(issue);
    }

    /** The same with the type of the resource in place of its entry in the Bundle. */
    private static String typed(OperationOutcomeIssueComponent issue, Bundle sent) {
        Matcher entry = ENTRY.matcher(expression(issue));
        return entry.find()
                ? problem(issue) + ","
                        + sent.getEntry()
                                .get(Integer.parseInt(entry.group(1)))
                                .getResource()
                                .fhirType()
                        + expression(issue).substring(entry.end())
                : named(issue);
    }

    private static String problem(OperationOutcomeIssueComponent issue) {
        return issue.getDetails().getCodingFirstRep().getCode();
    }

    private static String text(OperationOutcomeIssueComponent issue) {
        return issue.getDetails().getText();
    }

    private static String expression(OperationOutcomeIssueComponent issue) {
        return issue.hasExpression() ? issue.getExpression().get(0).getValue() : "";
    }

    /** The problems and elements that the answer must name for each message of ours that is adapted halfway. */
    private static Map<String, Set<String>> expected() {
        try (Stream<String> lines = Files.lines(Path.of("src", "test", "resources", "foreign", "expected.csv"))) {
            return lines.skip(1)
                    .map(line -> line.split(","))
                    .collect(Collectors.groupingBy(
                            row -> row[0] + "/" + row[1],
                            Collectors.mapping(row -> row[2] + "," + row[3], Collectors.toSet())));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
