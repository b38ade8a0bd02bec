package nl.wally.clock;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What anybody was told because a clock struck. The database itself keeps a copy of each such event, whatever node writes it
 * and however soon it is passed on.
 */
final class Heard {
    private final JdbcTemplate jdbc;

    Heard(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        jdbc.execute("""
                create schema if not exists heard;
                create table if not exists heard.told (
                    id bigint generated always as identity, at timestamptz, kind text, focus text, promise text,
                    step text, receiver text);
                create or replace function heard.hear() returns trigger language plpgsql as $$ begin
                    insert into heard.told (at, kind, focus, promise, step, receiver)
                        select new.at, new.kind, new.focus, new.facts ->> 'promise', new.facts ->> 'step', one
                        from unnest(new.receivers) one;
                    return new; end $$;
                create or replace trigger heard after insert on event for each row
                    when (new.kind in ('REMINDED', 'ESCALATED')) execute function heard.hear()""");
    }

    /** Of this Task, in order, for instance {@code REMINDED first-contact reminder PractitionerRole/…}. */
    List<String> of(String task) {
        return jdbc.queryForList(
                "select kind || ' ' || promise || ' ' || step || ' ' || receiver from heard.told where focus = ?"
                        + " order by id",
                String.class,
                task);
    }

    /** The same with when it was told, to the minute, in local time. */
    List<String> withTime(String task) {
        return jdbc.queryForList(
                "select to_char(at at time zone 'Europe/Amsterdam', 'YYYY-MM-DD HH24:MI') || ' ' || promise || ' ' || step"
                        + " || ' ' || receiver from heard.told where focus = ? order by id",
                String.class,
                task);
    }
}
