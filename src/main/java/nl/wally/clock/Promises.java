package nl.wally.clock;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.wally.clock.Promise.Kind;
import nl.wally.clock.Promise.Rung;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;

/**
 * The table {@code promise}. All writes take part in the transaction of the caller, who holds the lock on the row of the
 * referral; only when the clock strikes next is worked out without it.
 */
@Component
class Promises {
    private static final String COLUMNS = "task, kind, referral, since, due, rung, paused_at";

    private final JdbcTemplate jdbc;

    Promises(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Takes these down; when their clock strikes is worked out later. */
    void make(List<Promise> made) {
        if (!made.isEmpty()) {
            jdbc.batchUpdate(
                    "insert into promise (task, kind, referral, since, due) values (?, ?, ?, ?, ?)",
                    made.stream()
                            .map(promise -> new Object[] {
                                promise.task(),
                                promise.kind().name(),
                                promise.referral(),
                                Timestamp.from(promise.since()),
                                Timestamp.from(promise.due())
                            })
                            .toList());
        }
    }

    /** Forgets what is kept of a referral, and tells what that was. */
    List<Promise> keep(UUID referral, Collection<Kind> kinds) {
        return jdbc.query(
                "delete from promise where referral = ? and kind = any (?) returning " + COLUMNS,
                ROW,
                referral,
                names(kinds));
    }

    /** The same of one Task. */
    List<Promise> keepOf(UUID task) {
        return jdbc.query("delete from promise where task = ? returning " + COLUMNS, ROW, task);
    }

    /** Stops the clocks of these promises of a referral. */
    void pause(UUID referral, Collection<Kind> kinds, Instant now) {
        jdbc.update(
                "update promise set paused_at = ?, next = null where referral = ? and kind = any (?)",
                Timestamp.from(now),
                referral,
                names(kinds));
    }

    /** Those of a referral whose clocks stand still. */
    List<Promise> paused(UUID referral) {
        return jdbc.query(
                "select " + COLUMNS + " from promise where referral = ? and paused_at is not null", ROW, referral);
    }

    /** The clock of this one goes on, towards this moment. */
    void resume(Promise promise, Instant due) {
        jdbc.update(
                "update promise set paused_at = null, due = ?, next = '-infinity' where task = ? and kind = ?",
                Timestamp.from(due),
                promise.task(),
                promise.kind().name());
    }

    /** The clocks of this referral are worked out anew: it has another owner. */
    void replan(UUID referral) {
        jdbc.update("update promise set next = '-infinity' where referral = ? and next is not null", referral);
    }

    /** The same of all referrals of this owner, whose working hours or absences changed. */
    void replanOf(String owner) {
        replanAll("r.owner = ?", owner);
    }

    /** The same of all that this organisation coordinates. */
    void replanUnder(String coordination) {
        replanAll("r.coordination = ?", coordination);
    }

    /**
     * Locks as everybody does: first the rows of the referrals, in their order. It begins with what is promised, for an
     * organisation may have had any number of referrals.
     */
    private void replanAll(String where, String value) {
        jdbc.update(
                "update promise set next = '-infinity' where next is not null and referral in (select r.id from referral r"
                        + " where r.id in (select referral from promise where next is not null) and " + where
                        + " order by r.id for update)",
                value);
    }

    /** At most so many whose clock has still to be set, each locked; those that another node is at are left out. */
    List<Unplanned> unplanned(int most) {
        return jdbc.query(
                "select p.*, r.owner, r.coordination from promise p join referral r on r.id = p.referral"
                        + " where p.next = '-infinity' limit ? for update of p skip locked",
                (row, number) ->
                        new Unplanned(ROW.mapRow(row, number), row.getString("owner"), row.getString("coordination")),
                most);
    }

    /** Sets clocks: when each strikes next, or never. */
    void plan(List<Planned> planned) {
        jdbc.batchUpdate(
                "update promise set next = ?::timestamptz where task = ? and kind = ?",
                planned.stream()
                        .map(one -> new Object[] {
                            timestamp(one.next()),
                            one.promise().task(),
                            one.promise().kind().name()
                        })
                        .toList());
    }

    /** The Tasks whose clock strikes, at most so many, the longest waiting first; not locked. */
    List<UUID> striking(Instant now, int most) {
        return jdbc
                .queryForList(
                        "select task from promise where next > '-infinity' and next <= ? order by next limit ?",
                        UUID.class,
                        Timestamp.from(now),
                        most)
                .stream()
                .distinct()
                .toList();
    }

    /** What strikes now of these referrals. */
    List<Promise> strikingOf(List<UUID> referrals, Instant now) {
        return jdbc.query(
                "select " + COLUMNS + " from promise where referral = any (?) and next > '-infinity' and next <= ?"
                        + " order by due, kind",
                ROW,
                referrals.toArray(UUID[]::new),
                Timestamp.from(now));
    }

    /** It went up, and strikes again then, or never. */
    void climb(Promise promise, Rung rung, Optional<Instant> next) {
        jdbc.update(
                "update promise set rung = ?, next = ?::timestamptz where task = ? and kind = ?",
                rung.ordinal(),
                timestamp(next.orElse(null)),
                promise.task(),
                promise.kind().name());
    }

    /** What stumbles over this Task is tried again then, after the others. */
    void postpone(UUID task, Instant now, Instant later) {
        jdbc.update(
                "update promise set next = ? where task = ? and next <= ?",
                Timestamp.from(later),
                task,
                Timestamp.from(now));
    }

    /** Since when the earliest promise of this Task that was not kept has been overdue. */
    Optional<Instant> overdueSince(UUID task) {
        return Optional.ofNullable(jdbc.queryForObject(
                        "select min(due) from promise where task = ? and rung >= ?",
                        Timestamp.class,
                        task,
                        Rung.OVERDUE.ordinal()))
                .map(Timestamp::toInstant);
    }

    /** Notes with the referral whether those who may stand in may act because of a promise of the owner. */
    void noteEscalation(UUID referral) {
        jdbc.update(
                "update referral set escalated = exists (select from promise where referral = ? and kind <> ?"
                        + " and rung >= ?) where id = ?",
                referral,
                Kind.ANSWER.name(),
                Rung.STAND_IN.ordinal(),
                referral);
    }

    private static String[] names(Collection<Kind> kinds) {
        return kinds.stream().map(Kind::name).toArray(String[]::new);
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant moment) {
        return moment == null ? null : Timestamp.from(moment);
    }

    private static final RowMapper<Promise> ROW = (row, number) -> {
        Timestamp pausedAt = row.getTimestamp("paused_at");
        return new Promise(
                row.getObject("task", UUID.class),
                Kind.valueOf(row.getString("kind")),
                row.getObject("referral", UUID.class),
                row.getTimestamp("since").toInstant(),
                row.getTimestamp("due").toInstant(),
                Rung.values()[row.getInt("rung")],
                pausedAt == null ? null : pausedAt.toInstant());
    };

    /** A promise whose clock has to be set, with who has the referral and who coordinates it. */
    record Unplanned(Promise promise, String owner, String coordination) {}

    /** When the clock of a promise strikes next; null: never again. */
    record Planned(Promise promise, @Nullable Instant next) {}
}
