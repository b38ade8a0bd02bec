package nl.wally.reporting;

import java.sql.Array;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The table {@code referral_fact}. */
@Component
class Facts {
    private static final String MARK = """
            insert into referral_fact (task, received)
            select m.resource, ?::date from referral_member m
            where m.referral = ? and m.type = 'Task' and m.position is not null
            on conflict (task) do update set stale = true, received = coalesce(referral_fact.received, excluded.received)
            """;

    private static final String STALE = """
            select f.task, f.received, r.coordination, r.practice,
                array(select o.type || '/' || o.resource from referral_member o
                    where o.referral = r.id and o.type in ('ServiceRequest', 'Communication')) as parts
            from (select * from referral_fact where task = ? and stale for update) f
            left join referral_member m on m.resource = f.task
            left join referral r on r.id = m.referral
            """;

    /** What was erased by itself in the meantime was there once: days stay. */
    private static final String KEEP = """
            update referral_fact set stale = false, received = ?, organization = ?, practice = ?, area = ?, status = ?,
                outcome = ?, tried = coalesce(?, tried), reached = coalesce(?, reached), feedback = coalesce(?, feedback),
                fetched = fetched or ?, confirmed = confirmed or ?
            where task = ?
            """;

    private final JdbcTemplate jdbc;

    Facts(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Something happened to these referrals, so that what is counted of them has to be looked up again.
     *
     * @param received by referral, the day on which it was received where that is known
     */
    void mark(Map<UUID, Optional<LocalDate>> received) {
        jdbc.batchUpdate(
                MARK,
                received.entrySet().stream()
                        .map(one -> new Object[] {date(one.getValue().orElse(null)), one.getKey()})
                        .toList());
    }

    /** The next ones, in the order of their ids, of which the row does not know everything yet. */
    List<UUID> stale(UUID after, int most) {
        return jdbc.queryForList(
                "select task from referral_fact where stale and task > ? order by task limit ?",
                UUID.class,
                after,
                most);
    }

    /** What is to be looked up for this one, which is locked until the transaction ends; empty when nothing is any more. */
    Optional<Stale> lock(UUID task) {
        return jdbc.query(STALE, (row, number) -> stale(row), task).stream().findFirst();
    }

    void keep(Fact fact) {
        jdbc.update(
                KEEP,
                date(fact.received()),
                fact.organization(),
                fact.practice(),
                fact.area(),
                fact.status(),
                fact.outcome(),
                date(fact.tried()),
                date(fact.reached()),
                date(fact.feedback()),
                fact.fetched(),
                fact.confirmed(),
                fact.task());
    }

    /** Nothing of these is counted any more. */
    void drop(Collection<UUID> tasks) {
        jdbc.update("delete from referral_fact where task = any (?)", (Object) tasks.toArray(UUID[]::new));
    }

    /** The earliest day on which one of them was received; null when there is none. */
    @Nullable
    LocalDate first() {
        return jdbc.queryForObject("select min(received) from referral_fact", LocalDate.class);
    }

    /** As they were looked up last, also those to which something happened since. */
    List<Fact> of(Quarter quarter) {
        return jdbc.query(
                "select * from referral_fact where received >= ? and received < ? and organization is not null",
                (row, number) -> fact(row),
                date(quarter.first()),
                date(quarter.end()));
    }

    private static Stale stale(ResultSet row) throws SQLException {
        Array parts = row.getArray("parts");
        return new Stale(
                row.getObject("task", UUID.class),
                day(row, "received"),
                row.getString("coordination"),
                row.getString("practice"),
                List.of((String[]) parts.getArray()));
    }

    private static Fact fact(ResultSet row) throws SQLException {
        return new Fact(
                row.getObject("task", UUID.class),
                row.getDate("received").toLocalDate(),
                row.getString("organization"),
                row.getString("practice"),
                row.getString("area"),
                row.getString("status"),
                row.getString("outcome"),
                day(row, "tried"),
                day(row, "reached"),
                day(row, "feedback"),
                row.getBoolean("fetched"),
                row.getBoolean("confirmed"));
    }

    private static @Nullable LocalDate day(ResultSet row, String column) throws SQLException {
        @Nullable Date date = row.getDate(column);
        return date == null ? null : date.toLocalDate();
    }

    private static @Nullable Date date(@Nullable LocalDate day) {
        return day == null ? null : Date.valueOf(day);
    }

    /**
     * A referral that is to be looked up again.
     *
     * @param organization whose coordinator looks after it; null, like the practice, when the referral is gone
     * @param parts its ServiceRequest and Communications, as {@code Type/id}
     */
    record Stale(
            UUID task,
            @Nullable LocalDate received,
            @Nullable String organization,
            @Nullable String practice,
            List<String> parts) {}
}
