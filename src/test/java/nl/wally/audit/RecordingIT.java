package nl.wally.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.UUID;
import nl.wally.FhirClient.Answer;
import nl.wally.Messages;
import nl.wally.ReferralLife;
import nl.wally.ServerIT;
import nl.wally.shared.Caller.Capacity;
import nl.wally.shared.Occurrence.Kind;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** NEN 7513: whatever anybody asks over HTTP is on record before it is answered, and what is refused too. */
class RecordingIT extends ServerIT {
    private static final String GP = "his-demo-1";
    private static final String SANNE = "wally-demo-1";

    private final String id = UUID.randomUUID().toString();

    private static ReferralLife thea;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private Sealing sealing;

    @BeforeEach
    void refer() {
        if (thea == null) {
            thea = ReferralLife.begin(server, 1);
        }
    }

    @Test
    void aReadSaysWhoAndWhat() {
        Answer answer = get("/" + task());
        assertThat(answer.header("X-Request-Id")).contains(id);
        Entry entry = onlyRecord();
        assertThat(entry.kind()).isEqualTo(Kind.READ);
        assertThat(entry.about()).isEqualTo("read");
        assertThat(entry.client()).isEqualTo(SANNE);
        assertThat(entry.person()).isEqualTo("PractitionerRole/wally-1");
        assertThat(entry.organization()).isEqualTo("Organization/social-1");
        assertThat(entry.capacity()).isEqualTo(Capacity.SOCIAL_WORKER);
        assertThat(entry.address()).isEqualTo("127.0.0.1");
        assertThat(entry.persons()).containsExactly(person());
        assertThat(entry.objects()).singleElement().asString().startsWith(task() + "/_history/");
        assertThat(entry.outcome()).isEqualTo("ok");
    }

    @Test
    void aSearchSaysByWhatAndWhatItGave() {
        get("/Task?patient=" + person() + "&_include=Task:focus");
        Entry entry = onlyRecord();
        assertThat(entry.kind()).isEqualTo(Kind.SEARCH);
        assertThat(entry.parameters()).containsExactly("_include", "patient");
        assertThat(entry.persons()).containsExactly(person());
        assertThat(entry.objects()).hasSize(2);
    }

    @Test
    void otherWaysToLookAreOnRecordToo() {
        for (String way : List.of("/_history/1", "/_history", "/$available-actions")) {
            get("/" + task() + way);
        }
        assertThat(records())
                .extracting(Entry::about)
                .containsExactly("vread", "history-instance", "$available-actions");
        assertThat(records()).allSatisfy(entry -> {
            assertThat(entry.persons()).containsExactly(person());
            assertThat(entry.objects()).first().asString().startsWith(task() + "/_history/");
        });
    }

    @Test
    void aWriteIsOnRecordWithItsConsequences() {
        Bundle referral = Messages.referral(1);
        send("POST", "", GP, server.json(referral));
        Entry entry = onlyRecord();
        assertThat(entry.kind()).isEqualTo(Kind.WRITE);
        assertThat(entry.about()).isEqualTo("transaction");
        assertThat(entry.persons()).singleElement().asString().startsWith("Patient/");
        assertThat(entry.objects()).hasSizeGreaterThanOrEqualTo(5).allMatch(object -> object.endsWith("/_history/1"));
        send("POST", "", GP, server.json(referral));
        assertThat(records())
                .as("sent again")
                .hasSize(2)
                .extracting(Entry::about)
                .containsOnly("transaction");
    }

    @Test
    void aRefusalIsOnRecordWhateverTheDoor() {
        String unknown = "Task/" + UUID.randomUUID();
        get("/" + unknown);
        get("/Task?jansen=1");
        get("/Jansen/1");
        Task stale = thea.task().copy().setStatus(TaskStatus.RECEIVED);
        stale.getMeta().setVersionId("99");
        send("PUT", "/" + task(), SANNE, server.json(stale), "If-Match", "W/\"99\"");
        send("POST", "", GP, "{\"resourceType\":\"Bundle\"");
        send("POST", "", SANNE, server.json(Messages.referral(1)));
        assertThat(records())
                .extracting(Entry::outcome)
                .containsExactly(
                        "not-found", "parameter-unknown", "not-found", "version-stale", "unreadable", "forbidden");
        assertThat(records().get(0).objects()).containsExactly(unknown);
        assertThat(records().get(3).objects()).containsExactly(task());
        assertThat(records().get(3).persons()).containsExactly(person());
        assertThat(records()).noneMatch(entry -> entry.content().toLowerCase().contains("jansen"));
    }

    @Test
    void aStrangerIsOnRecordSoon() {
        // In a minute of its own, when nobody waits to be recorded: of many strangers the last are only counted.
        clock.jumpTo(clock.instant().plusSeconds(60));
        sealing.round();
        server.send(HttpRequest.newBuilder(uri("/Task")).header("X-Request-Id", id));
        server.send(HttpRequest.newBuilder(uri("/metadata")).header("X-Request-Id", id));
        sealing.round();
        Entry entry = onlyRecord();
        assertThat(entry.client()).isNull();
        assertThat(entry.outcome()).isEqualTo("unauthenticated");
        assertThat(entry.status()).isEqualTo(401);
    }

    @Test
    void idsAreTakenOverOnlyWhenAMachineMadeThem() {
        Answer answer = server.send(server.request(SANNE, "/" + task())
                .header("X-Request-Id", "mevrouw Jansen")
                .header("X-Correlation-Id", id)
                .GET());
        assertThat(answer.header("X-Correlation-Id")).contains(id);
        assertThat(answer.response().headers().allValues("X-Request-Id"))
                .singleElement()
                .isNotEqualTo("mevrouw Jansen");
        assertThat(entries("content like '%' || ? || '%'", id)).singleElement().satisfies(entry -> {
            assertThat(entry.correlation()).isEqualTo(id);
            assertThat(entry.request()).isEqualTo(answer.header("X-Request-Id").orElseThrow());
        });
    }

    @Test
    void whatCannotBeRecordedIsNotAnswered() {
        jdbc.execute("create function refuse_" + suffix() + "() returns trigger language plpgsql as"
                + " $$ begin raise exception 'full'; end $$");
        jdbc.execute("create trigger refuse_" + suffix() + " before insert on audit_record for each row when"
                + " (new.content like '%" + id + "%') execute function refuse_" + suffix() + "()");
        try {
            assertThat(get("/" + task()).status()).isEqualTo(503);
            assertThat(get("/Task/" + UUID.randomUUID()).status()).isEqualTo(503);
            long before = referrals();
            Answer write = send("POST", "", GP, server.json(Messages.referral(1)));
            assertThat(write.status()).isEqualTo(503);
            assertThat(referrals()).as("nothing is written without its record").isEqualTo(before);
        } finally {
            jdbc.execute("drop trigger refuse_" + suffix() + " on audit_record");
            jdbc.execute("drop function refuse_" + suffix() + "()");
        }
        assertThat(get("/" + task()).status()).isEqualTo(200);
    }

    private String suffix() {
        return id.replace("-", "");
    }

    private long referrals() {
        return jdbc.queryForObject("select count(*) from referral", Long.class);
    }

    private String task() {
        return thea.reference(Task.class);
    }

    private String person() {
        return thea.reference(Patient.class);
    }

    private URI uri(String path) {
        return server.base().resolve("/fhir" + path);
    }

    private Answer get(String path) {
        return server.send(
                server.request(SANNE, path).header("X-Request-Id", id).GET());
    }

    private Answer send(String method, String path, String client, String body, String... headers) {
        var request = server.request(client, path)
                .header("X-Request-Id", id)
                .header("Content-Type", "application/fhir+json")
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return server.send(request);
    }

    private Entry onlyRecord() {
        assertThat(records()).hasSize(1);
        return records().get(0);
    }

    private List<Entry> records() {
        return entries("content like '%\"request\":\"' || ? || '\"%'", id);
    }

    private List<Entry> entries(String condition, String value) {
        return jdbc
                .queryForList(
                        "select content from audit_record where " + condition + " order by number", String.class, value)
                .stream()
                .map(Entry::read)
                .toList();
    }
}
