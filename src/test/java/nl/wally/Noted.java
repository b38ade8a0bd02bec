package nl.wally;

import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/** What was noted for others to hear of, for as long as a test listens: whoever passes it on takes it away at once. */
public final class Noted implements AutoCloseable {
    private final JdbcTemplate jdbc;

    public Noted(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        jdbc.execute("create table noted (id bigserial, kind text, focus text, facts jsonb, receivers text[])");
        jdbc.execute("create function note() returns trigger language plpgsql as $$ begin"
                + " insert into noted (kind, focus, facts, receivers)"
                + " values (new.kind, new.focus, new.facts, new.receivers); return new; end $$");
        jdbc.execute("create trigger noting after insert on event for each row execute function note()");
    }

    /** What was noted of this kind since this was last asked: its facts by name, receivers and focus with them. */
    public List<Map<String, Object>> take(String kind) {
        return jdbc.queryForList(
                "delete from noted where kind = ? returning focus, array_to_string(receivers, ' ') as receivers,"
                        + " facts ->> 'from' as since, facts ->> 'until' as until, facts ->> 'practice' as practice",
                kind);
    }

    @Override
    public void close() {
        jdbc.execute("drop trigger noting on event");
        jdbc.execute("drop function note()");
        jdbc.execute("drop table noted");
    }
}
