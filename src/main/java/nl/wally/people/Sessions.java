package nl.wally.people;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import nl.wally.fhir.Custodies;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Who is signed in: table {@code web_session}, so that any node answers. A session is asked for at every request: it ends at
 * once for who has left or whose position was taken away.
 */
class Sessions {
    private static final int TICKET_BYTES = 32;
    /** Not every request is worth a write. */
    private static final Duration SEEN_AGAIN = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final Custodies custodies;
    private final PeopleProperties settings;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Sessions(JdbcClient jdbc, Custodies custodies, PeopleProperties settings, Clock clock) {
        this.jdbc = jdbc;
        this.custodies = custodies;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Begins a session, and forgets those that are over.
     *
     * @param position the number of the role; null when it is still to be chosen
     * @return the ticket for the browser, which nobody else knows: the table has only its hash
     */
    String begin(Identity identity, @Nullable Long position, @Nullable String idToken) {
        String ticket = ticket();
        begin(ticket, identity, position, idToken);
        return ticket;
    }

    /** The same, under a ticket that was made before. */
    void begin(String ticket, Identity identity, @Nullable Long position, @Nullable String idToken) {
        Instant now = clock.instant();
        jdbc.sql("delete from web_session where began_at <= ? or seen_at <= ?")
                .params(List.of(before(now, settings.longest()), before(now, settings.idle())))
                .update();
        jdbc.sql("insert into web_session (key, issuer, subject, position, id_token, began_at, seen_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")
                .params(Arrays.asList(
                        Identity.hash(ticket),
                        identity.issuer(),
                        identity.subject(),
                        position,
                        idToken,
                        Timestamp.from(now),
                        Timestamp.from(now)))
                .update();
    }

    /** The session of this ticket, while it lasts; somebody is there. */
    Optional<Session> find(String ticket) {
        return find(ticket, true);
    }

    /**
     * The session of this ticket, while it lasts.
     *
     * @param byPerson whether somebody is there, for whom it lasts longer by that
     */
    Optional<Session> find(String ticket, boolean byPerson) {
        Instant now = clock.instant();
        Optional<Session> found = jdbc.sql("""
                        select s.key, s.issuer, s.subject, s.id_token, s.began_at, s.seen_at,
                               p.id, p.capacity, p.organization, p.practitioner_role
                        from web_session s left join position p on p.id = s.position
                        where s.key = ? and s.began_at > ? and s.seen_at > ?""")
                .params(List.of(Identity.hash(ticket), before(now, settings.longest()), before(now, settings.idle())))
                .query((row, number) -> session(row))
                .optional();
        if (found.flatMap(Session::acting).filter(this::hasLeft).isPresent()) {
            end(found.get());
            return Optional.empty();
        }
        found.filter(session -> byPerson && session.seen().plus(SEEN_AGAIN).isBefore(now))
                .ifPresent(session -> jdbc.sql("update web_session set seen_at = ? where key = ?")
                        .params(List.of(Timestamp.from(now), session.key()))
                        .update());
        return found;
    }

    /**
     * From now on this person acts in this role, under a new ticket. A role is chosen once.
     *
     * @return the new ticket; empty when the session has a role already, or is over
     */
    Optional<String> choose(Session session, long position) {
        String ticket = ticket();
        int changed = jdbc.sql("update web_session set key = ?, position = ? where key = ? and position is null")
                .params(List.of(Identity.hash(ticket), position, session.key()))
                .update();
        return changed == 1 ? Optional.of(ticket) : Optional.empty();
    }

    void end(Session session) {
        jdbc.sql("delete from web_session where key = ?").param(session.key()).update();
    }

    /** Whether the person of this position has left. */
    boolean hasLeft(Position position) {
        return position.role() != null && custodies.hasLeft(position.role());
    }

    /** One that nobody can guess. */
    String ticket() {
        byte[] bytes = new byte[TICKET_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static Timestamp before(Instant now, Duration time) {
        return Timestamp.from(now.minus(time));
    }

    private static Session session(ResultSet row) throws SQLException {
        boolean chosen = row.getObject("id") != null;
        return new Session(
                row.getBytes("key"),
                new Identity(row.getString("issuer"), row.getString("subject")),
                chosen ? Positions.position(row) : null,
                row.getString("id_token"),
                row.getTimestamp("began_at").toInstant(),
                row.getTimestamp("seen_at").toInstant());
    }
}
