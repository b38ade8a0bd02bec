package nl.wally.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/** A database that was made of a backup, held against what its server had acknowledged. */
final class Restored {
    private final JdbcTemplate database;
    private final Ledger ledger;

    Restored(JdbcTemplate database, Ledger ledger) {
        this.database = database;
        this.ledger = ledger;
    }

    /** Everything that was acknowledged up to this moment is there, in that state or a later one, and nothing is half. */
    void assertHolds(Instant moment) {
        Map<String, Integer> promised = ledger.upTo(moment);
        assertThat(promised).hasSizeGreaterThan(5);
        Map<String, Integer> there = new HashMap<>();
        database.query(
                "select m.resource::text as task, h.res_ver as version, r.status as status from referral r"
                        + " join referral_member m on m.referral = r.id and m.type = 'Task' and m.position is not null"
                        + " join hfj_resource h on h.fhir_id = m.resource::text",
                row -> {
                    there.put(row.getString("task"), row.getInt("version"));
                    assertThat(ledger.allows(row.getString("task"), row.getInt("version"), row.getString("status")))
                            .as("Task/%s", row.getString("task"))
                            .isTrue();
                });
        assertThat(there).containsKeys(promised.keySet().toArray(String[]::new));
        assertThat(promised)
                .allSatisfy((task, version) ->
                        assertThat(there.get(task)).as("Task/%s", task).isGreaterThanOrEqualTo(version));
        assertWhole();
    }

    private void assertWhole() {
        List<String> half = database.queryForList("""
                select r.placer_value from referral r
                left join referral_member m on m.referral = r.id and m.position is not null
                left join hfj_resource h on h.fhir_id = m.resource::text
                group by r.id, r.placer_value
                having count(distinct h.res_type) <> 5""", String.class);
        assertThat(half).as("half referrals").isEmpty();
        List<String> torn = database.queryForList("""
                select h.res_type || '/' || h.fhir_id from hfj_resource h
                where (select count(*) from hfj_res_ver v where v.res_id = h.res_id) <> h.res_ver
                or not exists (select from referral_member m where m.resource::text = h.fhir_id)
                   and h.res_type in ('Patient', 'Consent', 'ServiceRequest', 'Task', 'CommunicationRequest')""", String.class);
        assertThat(torn)
                .as("versions without their history, or parts of nothing")
                .isEmpty();
    }
}
