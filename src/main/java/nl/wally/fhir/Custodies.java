package nl.wally.fhir;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.wally.fhir.Custody.HandedOver;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Open referrals and who has them, and who has left. All writes take part in the transaction of the caller.
 */
@Component
public class Custodies {
    /** As in the partial index {@code referral_open}. */
    static final String OPEN = "r.status in ('requested', 'received', 'accepted', 'in-progress', 'on-hold')";

    private static final String SELECT = "select " + Referrals.COLUMNS
            + ", r.owner_since, r.handed_over_for, r.handed_over_to, r.stand_ins, m.resource as task from referral r"
            + " join referral_member m on m.referral = r.id and m.type = 'Task' and m.position is not null where ";

    private final JdbcTemplate jdbc;
    private final Clock clock;
    private final Sweeps sweeps;

    Custodies(JdbcTemplate jdbc, Clock clock, Sweeps sweeps) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.sweeps = sweeps;
    }

    /** All open referrals, as they are now, not locked. */
    public List<Custody> ofOpen() {
        return custodies(OPEN + " order by r.id");
    }

    /** The open referrals of a practice, and those that have ended since then; as they are now, not locked. */
    public List<Custody> ofPractice(String practice, Instant since) {
        return custodies(
                "r.practice = ? and (" + OPEN + " or r.ended_at >= ?) order by r.id", practice, Timestamp.from(since));
    }

    /** The open referrals that somebody owns, for instance {@code PractitionerRole/wally-1}; as they are now, not locked. */
    public List<Custody> ofOwner(String role) {
        return custodies(OPEN + " and r.owner = ? order by r.id", role);
    }

    /**
     * The open referrals that somebody may own, and does not; as they are now, not locked. An index has them by who may own
     * them.
     */
    public List<Custody> openToTakeOver(String role) {
        return custodies(OPEN + " and r.recipients && array[?]::text[] and r.owner <> ? order by r.id", role, role);
    }

    /**
     * How many open referrals each owner has in the teams that this organisation coordinates: what its coordinator may see
     * one by one, counted from an index of the open ones.
     */
    public List<Caseload> caseload(String coordination) {
        return jdbc.query(
                "select r.owner, r.status, count(*) as referrals from referral r where " + OPEN
                        + " and r.coordination = ? group by r.owner, r.status order by r.owner, r.status",
                (row, number) -> new Caseload(row.getString("owner"), row.getString("status"), row.getInt("referrals")),
                coordination);
    }

    /** Who has this referral; empty when it is not open any more. */
    public Optional<Custody> of(UUID referral) {
        return custodies(OPEN + " and r.id = ?", referral).stream().findFirst();
    }

    /**
     * Locks the open referrals that one of these PractitionerRoles owns or may own, or that are of one of these practices;
     * and in one go, so that everybody locks in the same order, the referrals to which these resources belong.
     *
     * @return the open ones
     */
    List<Referral> lock(Collection<String> roles, Collection<String> practices, Collection<String> resourceIds) {
        String following = "select r.id from referral r where " + OPEN
                + " and (r.owner = any (?) or r.recipients && ?::text[] or r.practice = any (?))";
        // Two questions that an index answers each: an or between them would read all referrals there ever were.
        List<Referral> rows = jdbc.query(
                "select " + Referrals.COLUMNS + " from referral r where r.id in (" + following
                        + " union select referral from referral_member where resource = any (?))"
                        + " order by r.id for update",
                Referrals.ROW,
                roles.toArray(String[]::new),
                roles.toArray(String[]::new),
                practices.toArray(String[]::new),
                Referrals.uuids(resourceIds));
        return rows.stream()
                .map(row -> row.at(clock.instant()))
                .filter(row ->
                        practices.contains(row.practice()) || roles.stream().anyMatch(row::names))
                .toList();
    }

    /**
     * Remembers the agreement because of which a referral was handed over, and who may own it only while an absence lasts; or
     * forgets them.
     */
    public void remember(UUID referral, Optional<HandedOver> handedOver, Collection<String> standIns) {
        jdbc.update(
                "update referral set handed_over_for = ?, handed_over_to = ?, stand_ins = ? where id = ?",
                handedOver.map(HandedOver::from).orElse(null),
                handedOver.map(HandedOver::to).orElse(null),
                standIns.toArray(String[]::new),
                referral);
    }

    /** Notes from when on somebody has left; {@link Instant#MIN} has no beginning; nobody who stays is noted. */
    public void departs(String role, Optional<Instant> at) {
        if (at.isEmpty()) {
            jdbc.update("delete from departure where role = ?", role);
            return;
        }
        Instant moment = at.get().isBefore(Instant.EPOCH) ? Instant.EPOCH : at.get();
        jdbc.update(
                "insert into departure (role, at) values (?, ?) on conflict (role) do update set at = excluded.at",
                role,
                Timestamp.from(moment));
    }

    /** Whether somebody, as {@code PractitionerRole/id}, has left by now. */
    public boolean hasLeft(String role) {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                "select exists (select from departure where role = ? and at <= ?)",
                Boolean.class,
                role,
                Timestamp.from(clock.instant())));
    }

    /** From now on the coordinator of this organisation looks after the referrals of this practice. */
    public void coordinate(String practice, String coordination) {
        jdbc.update(
                // Less or greater, and not unequal, so that the index answers; in the order in which everybody locks.
                "update referral set coordination = ? where id in (select id from referral"
                        + " where practice = ? and (coordination < ? or coordination > ?) order by id for update)",
                coordination,
                practice,
                coordination,
                coordination);
    }

    /** Does the work unless another node is at it; says whether it did. The claim ends with the work, or with this node. */
    public boolean alone(String purpose, Runnable work) {
        return Boolean.TRUE.equals(jdbc.execute((ConnectionCallback<Boolean>) connection -> {
            if (!ask(connection, "select pg_try_advisory_lock(hashtextextended(?, 0))", purpose)) {
                return false;
            }
            try {
                work.run();
                sweeps.succeeded(purpose);
            } catch (RuntimeException failure) {
                sweeps.failed(purpose);
                throw failure;
            } finally {
                ask(connection, "select pg_advisory_unlock(hashtextextended(?, 0))", purpose);
            }
            return true;
        }));
    }

    private List<Custody> custodies(String where, Object... values) {
        return jdbc.query(SELECT + where, (row, number) -> custody(row, clock.instant()), values);
    }

    private static boolean ask(Connection connection, String sql, String purpose) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, purpose);
            try (ResultSet answer = statement.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }

    private static Custody custody(ResultSet row, Instant now) throws SQLException {
        @Nullable Timestamp since = row.getTimestamp("owner_since");
        @Nullable String from = row.getString("handed_over_for");
        @Nullable String to = row.getString("handed_over_to");
        return new Custody(
                Referrals.ROW.mapRow(row, 0).at(now),
                "Task/" + row.getString("task"),
                Optional.ofNullable(since).map(Timestamp::toInstant),
                from == null || to == null ? Optional.empty() : Optional.of(new HandedOver(from, to)),
                Set.of((String[]) row.getArray("stand_ins").getArray()));
    }
}
