package nl.wally.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import nl.wally.faults.Ledger.Entry;
import org.awaitility.Awaitility;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the database itself says of all referrals, whatever the API shows. */
final class Books {
    /** The versions of all Tasks of referrals, as their events and records name them. */
    private static final String VERSIONS = """
            with task as (
                select h.fhir_id, v.res_ver from referral_member m
                join hfj_resource h on h.fhir_id = m.resource::text and h.res_type = 'Task'
                join hfj_res_ver v on v.res_id = h.res_id)
            """;

    private final JdbcTemplate database;

    Books(JdbcTemplate database) {
        this.database = database;
    }

    /** Keeps from now on what was noted for others to hear of, which is gone as soon as it is passed on. */
    void open() {
        database.execute("create table noted (focus text, version text)");
        database.execute("create function note() returns trigger language plpgsql as $$ begin"
                + " insert into noted (focus, version) values (new.focus, new.version); return new; end $$");
        database.execute("create trigger noting after insert on event for each row execute function note()");
    }

    /** Waits until everything is passed on and sealed. */
    void settle() {
        Awaitility.await("events are passed on, records are sealed")
                .atMost(Duration.ofMinutes(2))
                .ignoreExceptionsInstanceOf(DataAccessException.class)
                .until(() -> Boolean.TRUE.equals(database.queryForObject(
                        "select not exists (select from event) and not exists (select from audit_unsealed)",
                        Boolean.class)));
    }

    /** The Tasks of each referral, by the sender's number; one each, if all is well. */
    Map<String, List<String>> tasksByNumber() {
        Map<String, List<String>> tasks = new TreeMap<>();
        database.query(
                "select r.placer_value, m.resource::text from referral r"
                        + " join referral_member m on m.referral = r.id and m.type = 'Task' and m.position is not null",
                row -> {
                    tasks.computeIfAbsent(row.getString(1), number -> new ArrayList<>())
                            .add(row.getString(2));
                });
        return tasks;
    }

    /** Which of these are not there: the version of the Task that the client was told. */
    List<String> lost(List<Entry> acknowledged) {
        Set<String> versions = Set.copyOf(
                database.queryForList(VERSIONS + "select fhir_id || '/' || res_ver from task", String.class));
        return acknowledged.stream()
                .filter(entry -> entry.acknowledgement()
                        .filter(told -> versions.contains(told.task() + "/" + told.version()))
                        .isEmpty())
                .map(Entry::toString)
                .toList();
    }

    /** What is there more than once. */
    List<String> doubled() {
        return find("referral twice: ", """
                select placer_value from referral group by placer_value having count(*) > 1
                union all select r.placer_value from referral r
                join referral_member m on m.referral = r.id and m.type = 'Task' and m.position is not null
                group by r.id having count(*) > 1""");
    }

    /** What is there in part. */
    List<String> halves() {
        List<String> halves = new ArrayList<>();
        halves.addAll(find("referral without all of its members: ", """
                select r.placer_value from referral r
                left join referral_member m on m.referral = r.id and m.position is not null
                left join hfj_resource h on h.fhir_id = m.resource::text
                left join hfj_res_ver v on v.res_id = h.res_id and v.res_ver = h.res_ver
                group by r.placer_value having count(v.res_id) <> 5 or count(distinct h.res_type) <> 5"""));
        halves.addAll(find("part of no referral: ", """
                select h.res_type || '/' || h.fhir_id from hfj_resource h
                where h.res_type in ('Patient', 'Consent', 'ServiceRequest', 'Task', 'CommunicationRequest', 'Communication')
                and not exists (select from referral_member m where m.resource::text = h.fhir_id)"""));
        halves.addAll(find("version that is not the newest nor an earlier one: ", VERSIONS + """
                select 'Task/' || fhir_id from task group by fhir_id having max(res_ver) <> count(*)"""));
        halves.addAll(find("version without its event: ", VERSIONS + """
                select 'Task/' || fhir_id || '/_history/' || res_ver from task
                where not exists (select from noted where focus = 'Task/' || fhir_id and version = res_ver::text)"""));
        halves.addAll(find("version without its record: ", VERSIONS + """
                , recorded as (select distinct jsonb_array_elements_text(content::jsonb -> 'objects') as object
                    from audit_record where content::jsonb ->> 'kind' = 'WRITE')
                select 'Task/' || fhir_id || '/_history/' || res_ver from task
                where 'Task/' || fhir_id || '/_history/' || res_ver not in (select object from recorded)"""));
        return halves;
    }

    private List<String> find(String what, String query) {
        return database.queryForList(query, String.class).stream()
                .map(what::concat)
                .toList();
    }
}
