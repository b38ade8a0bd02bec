package nl.wally.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.wally.Messages;
import nl.wally.ServerIT;
import nl.wally.conformance.Canonicals;
import nl.wally.shared.Problem;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What every refusal has in common: a status below 500, an OperationOutcome that says what to do and gives nothing away,
 * nothing stored, and nothing of a person in the log.
 */
abstract class RefusalIT extends ServerIT {
    /** Stands for everything personal: in names, identifiers and search values of what these tests send. */
    static final String MARK = "Kanarie";

    static final String GP = "his-demo-1";
    static final String SANNE = "wally-demo-1";
    static final String JSON = "application/fhir+json";
    static final String XML = "application/fhir+xml";

    private static final Pattern GIVEN_AWAY = Pattern.compile(
            "HAPI-|java\\.|ca\\.uhn|org\\.(hl7|postgresql|hibernate|springframework)|Exception|hfj_|insert into|select .* from"
                    + "|\\bat nl\\.wally|" + MARK,
            Pattern.CASE_INSENSITIVE);
    private static final Set<String> PROBLEMS =
            java.util.Arrays.stream(Problem.values()).map(Problem::code).collect(Collectors.toSet());

    @Autowired
    JdbcTemplate jdbc;

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private Level before;

    @BeforeEach
    void listen() {
        before = root.getLevel();
        // As in production, where the test's own logback file does not count.
        root.setLevel(Level.INFO);
        log.start();
        root.addAppender(log);
    }

    @AfterEach
    void logSaysNothingPersonal() {
        root.detachAppender(log);
        root.setLevel(before);
        for (ILoggingEvent event : List.copyOf(log.list)) {
            String line = event.getLoggerName() + ": " + event.getFormattedMessage()
                    + (event.getThrowableProxy() == null ? "" : ThrowableProxyUtil.asString(event.getThrowableProxy()));
            assertThat(line).doesNotContainIgnoringCase(MARK);
            assertThat(event.getLevel()).as(line).isNotEqualTo(Level.ERROR);
        }
    }

    /** Every literal reference in a resource, in the order of its elements. */
    List<Reference> references(Resource resource) {
        if (resource instanceof Bundle bundle) {
            return bundle.getEntry().stream()
                    .flatMap(entry -> references(entry.getResource()).stream())
                    .toList();
        }
        return context.newTerser().getAllPopulatedChildElementsOfType(resource, Reference.class);
    }

    /** The JSON of a resource with this in place of one reference; HAPI's own encoder would rewrite some of them. */
    String jsonPointing(Resource resource, int reference, String target) {
        String place = "urn:uuid:" + UUID.randomUUID();
        references(resource).get(reference).setReference(place);
        return server.json(resource).replace(place, target);
    }

    /** A case: what is sent must be refused with one of these statuses. */
    DynamicTest refuses(String name, Set<Integer> statuses, Supplier<Reply> attack) {
        return DynamicTest.dynamicTest(name, () -> {
            Map<String, Long> rows = rows();
            Reply reply = attack.get();
            assertThat(statuses).as("%s: %s", name, reply).contains(reply.status());
            requireTellingOutcome(name, reply);
            assertThat(rows()).as(name).isEqualTo(rows);
        });
    }

    DynamicTest refuses(String name, int status, Supplier<Reply> attack) {
        return refuses(name, Set.of(status), attack);
    }

    /** As above; the refusal must name this problem. */
    DynamicTest refuses(String name, Problem problem, int status, Supplier<Reply> attack) {
        return refuses(name, status, () -> {
            Reply reply = attack.get();
            assertThat(reply.body()).as("%s: %s", name, reply).contains("\"" + problem.code() + "\"");
            return reply;
        });
    }

    void requireTellingOutcome(String name, Reply reply) {
        assertThat(reply.contentType()).as("%s: %s", name, reply).startsWith("application/fhir+");
        var parser = reply.contentType().contains("xml") ? context.newXmlParser() : context.newJsonParser();
        var outcome = (OperationOutcome) parser.parseResource(reply.body());
        assertThat(outcome.getIssue()).isNotEmpty();
        outcome.getIssue().forEach(issue -> {
            assertThat(issue.getDetails().getText()).as("%s: %s", name, reply).hasSizeGreaterThan(20);
            assertThat(issue.getDetails().getCodingFirstRep().getSystem()).isEqualTo(Canonicals.SYSTEM_PROBLEM);
            assertThat(PROBLEMS).contains(issue.getDetails().getCodingFirstRep().getCode());
        });
        assertThat(GIVEN_AWAY.matcher(reply.body()).find())
                .as("%s: %s", name, reply)
                .isFalse();
    }

    /** How many rows each table has. */
    Map<String, Long> rows() {
        List<String> tables = jdbc.queryForList(
                "select table_name from information_schema.tables where table_schema = 'public'"
                        + " and table_name ~ '^(hfj_(res|spidx|search)|referral)'"
                        // Filled later, because of what was accepted before: from its events, and by a thread of HAPI's
                        // own.
                        + " and table_name not in ('referral_fact', 'hfj_spidx_identity')",
                String.class);
        String sql = tables.stream()
                .map(table -> "select '%s' as name, count(*) as rows from %s".formatted(table, table))
                .collect(Collectors.joining(" union all "));
        Map<String, Long> rows = new TreeMap<>();
        jdbc.query(sql, row -> {
            rows.put(row.getString(1), row.getLong(2));
        });
        return rows;
    }

    Reply send(HttpRequest.Builder request) {
        return Reply.of(server.send(request));
    }

    Reply post(String path, String type, String body) {
        return send(server.request(GP, path).header("Content-Type", type).POST(BodyPublishers.ofString(body)));
    }

    Reply post(String body) {
        return post("", JSON, body);
    }

    Reply post(Bundle bundle) {
        return post(server.json(bundle));
    }

    Reply get(String client, String path) {
        return Reply.of(server.get(client, path));
    }

    /** A referral whose person, numbers and words all carry the mark. */
    static Bundle marked() {
        Bundle bundle = Messages.referral(1);
        for (var entry : bundle.getEntry()) {
            if (entry.getResource() instanceof Patient patient) {
                var identifier = patient.getIdentifierFirstRep();
                identifier.setValue(MARK + identifier.getValue());
                patient.getNameFirstRep().setText("Thea " + MARK).setFamily(MARK);
                entry.getRequest().setIfNoneExist("identifier=" + identifier.getSystem() + "|" + identifier.getValue());
            }
            if (entry.getResource() instanceof ServiceRequest referral) {
                var identifier = referral.getIdentifierFirstRep();
                identifier.setValue(MARK + identifier.getValue());
                referral.getNoteFirstRep().setText("Ik heet " + MARK.toLowerCase(Locale.ROOT));
            }
        }
        return bundle;
    }

    /** The same with numbers that nobody used before, so that it is no referral sent again. */
    static String fresh(String body) {
        Map<String, String> numbers = new TreeMap<>();
        return Pattern.compile("(?<=" + MARK + ")[0-9a-f-]{36}")
                .matcher(body)
                .replaceAll(old -> numbers.computeIfAbsent(
                        old.group(), any -> UUID.randomUUID().toString()));
    }

    String markedJson() {
        return server.json(marked());
    }
}
