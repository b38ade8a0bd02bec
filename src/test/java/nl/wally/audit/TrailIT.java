package nl.wally.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.wally.ServerIT;
import nl.wally.fhir.Trail;
import nl.wally.shared.Caller;
import nl.wally.shared.Caller.Capacity;
import nl.wally.shared.Occurrence;
import nl.wally.shared.Occurrence.Kind;
import nl.wally.shared.Problem;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class TrailIT extends ServerIT {
    private static final Caller CALLER =
            new Caller("his-of-trail", "Organization/trail", "PractitionerRole/trail", Capacity.PRACTICE);

    private final String person = "Patient/" + UUID.randomUUID();

    @Autowired
    private Trail trail;

    @Autowired
    private Keys keys;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    @Test
    void signsWhatItKeeps() {
        trail.note(read(Problem.NOT_FOUND));
        Map<String, Object> record = records().get(0);
        String content = (String) record.get("content");
        assertThat(keys.verify(
                        (String) record.get("key_id"),
                        (byte[]) record.get("mac"),
                        content.getBytes(StandardCharsets.UTF_8)))
                .isTrue();
        assertThat(keys.verify(
                        (String) record.get("key_id"),
                        (byte[]) record.get("mac"),
                        content.replace("not-found", "ok").getBytes(StandardCharsets.UTF_8)))
                .isFalse();
        Entry entry = Entry.read(content);
        assertThat(entry.content()).isEqualTo(content);
        assertThat(entry.outcome()).isEqualTo("not-found");
        assertThat(entry.status()).isEqualTo(404);
        assertThat(entry.client()).isEqualTo("his-of-trail");
    }

    @Test
    void staysOrGoesWithTheTransaction() {
        var transaction = new TransactionTemplate(transactions);
        transaction.executeWithoutResult(status -> {
            trail.note(read(null));
            status.setRollbackOnly();
        });
        assertThat(records()).isEmpty();
        transaction.executeWithoutResult(status -> trail.note(read(null)));
        assertThat(records()).hasSize(1);
    }

    /** Somebody with rights on the database could switch the log off for one person, and nobody would notice. */
    @Test
    void noticesWhatATriggerSwallows() {
        jdbc.execute("create function swallow() returns trigger language plpgsql as $$ begin return null; end $$");
        jdbc.execute("create trigger swallow before insert on audit_record for each row when (new.persons @> array['"
                + person + "']) execute function swallow()");
        try {
            assertThatThrownBy(() -> trail.note(read(null))).isInstanceOf(DataAccessException.class);
        } finally {
            jdbc.execute("drop trigger swallow on audit_record");
            jdbc.execute("drop function swallow");
        }
    }

    @Test
    void countsWhatStrangersDoTooOften() {
        var strangers = new Strangers(clock, 2);
        Entry refused = Entry.of(
                new Occurrence(Kind.READ, "read", null, Problem.UNAUTHENTICATED, List.of(), List.of()),
                java.util.Optional.empty(),
                clock.instant());
        for (int i = 0; i < 10; i++) {
            strangers.add(refused);
        }
        assertThat(strangers.take()).extracting(Entry::count).containsExactly(1L, 1L);
        assertThat(strangers.take()).isEmpty();
        clock.jumpTo(clock.instant().plusSeconds(60));
        assertThat(strangers.take()).extracting(Entry::count).containsExactly(8L);
        assertThat(strangers.take()).isEmpty();
    }

    private Occurrence read(Problem refused) {
        return new Occurrence(
                Kind.READ, "read", CALLER, refused, List.of(person, person), List.of(person + "/_history/1"));
    }

    private List<Map<String, Object>> records() {
        return jdbc.queryForList("select * from audit_record where persons @> array[?]::text[]", person);
    }
}
