package nl.wally.notification;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Which receivers this node delivers to. A claim is a word in the receiver's row and a moment from when on others may take
 * over; whoever has lost it changes nothing any more.
 */
@Component
class Claims {
    private static final String CLAIM = """
            update outbox_receiver r set claim = ?, due = ?
            from (select id from outbox_receiver where troubled = ? and due <= ? and kind = any (?)
                order by due limit ? for update skip locked) d
            where r.id = d.id returning r.id,\s""" + Outbox.STANDING;

    private final JdbcTemplate jdbc;

    Claims(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A receiver that this node delivers to.
     *
     * @param word shows that it does
     * @param until then others may take over
     */
    record Claim(long id, UUID word, Instant until, Standing standing) {}

    /**
     * Claims receivers for whom something is due, whoever waits longest first.
     *
     * @param troubled those that fail or are slow, or the others
     * @param kinds of the couriers that are here
     */
    List<Claim> take(boolean troubled, Collection<String> kinds, int most, Instant now, Duration lease) {
        if (most <= 0) {
            return List.of();
        }
        UUID word = UUID.randomUUID();
        Instant until = now.plus(lease);
        return jdbc.query(
                CLAIM,
                (row, number) -> new Claim(row.getLong("id"), word, until, Outbox.standing(row)),
                word,
                Timestamp.from(until),
                troubled,
                Timestamp.from(now),
                kinds.toArray(String[]::new),
                most);
    }

    /**
     * The next messages of each, in the order of their numbers and without a gap.
     *
     * @param most how many at most, by kind
     */
    Map<Long, List<Message>> next(List<Claim> claims, Map<String, Integer> most) {
        Map<Long, List<Message>> kept = jdbc
                .query(
                        "select m.receiver, m.number, m.at, m.payload"
                                + " from unnest(?::bigint[], ?::bigint[], ?::bigint[]) as r (id, first, last)"
                                + " join outbox_message m on m.receiver = r.id and m.number between r.first and r.last"
                                + " order by m.receiver, m.number",
                        (row, number) -> Map.entry(row.getLong("receiver"), Outbox.message(row)),
                        claims.stream().map(Claim::id).toArray(Long[]::new),
                        claims.stream().map(Claims::first).toArray(Long[]::new),
                        claims.stream().map(claim -> last(claim, most)).toArray(Long[]::new))
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        return claims.stream()
                .collect(Collectors.toMap(
                        Claim::id,
                        claim -> Outbox.complete(
                                kept.getOrDefault(claim.id(), List.of()), first(claim), last(claim, most))));
    }

    private static long first(Claim claim) {
        return claim.standing().delivered() + 1;
    }

    private static long last(Claim claim, Map<String, Integer> most) {
        int limit = most.getOrDefault(claim.standing().receiver().kind(), 1);
        return Math.min(claim.standing().last(), claim.standing().delivered() + limit);
    }

    /** How it stands with the receiver now; empty when the claim is lost. */
    Optional<Standing> current(Claim claim) {
        return jdbc
                .query(
                        "select " + Outbox.STANDING + " from outbox_receiver where id = ? and claim = ?",
                        (row, number) -> Outbox.standing(row),
                        claim.id(),
                        claim.word())
                .stream()
                .findFirst();
    }

    /**
     * Notes what came of it and gives the claim back. Who was stopped meanwhile stays stopped; a courier that waits is asked
     * again at once when there are messages that it has not seen.
     *
     * @return false when the claim is lost
     */
    boolean settle(Claim claim, StandingRules.Next next, boolean slow, Instant now) {
        Standing standing = next.standing();
        Timestamp since = Optional.ofNullable(standing.failingSince())
                .map(Timestamp::from)
                .orElse(null);
        return jdbc.update(
                        "update outbox_receiver r set claim = null, delivered = ?, failures = ?, failing_since = ?, code = ?,"
                                + " troubled = ?, state = case when state = 'STOPPED' then state else ? end,"
                                + " due = case when state = 'STOPPED' or ? = 'GIVEN_UP' or last <= ? then null"
                                + " when ? and last > ? then ? else ?::timestamptz end where id = ? and claim = ?",
                        standing.delivered(),
                        standing.failures(),
                        since,
                        standing.code(),
                        slow || standing.failures() > 0,
                        standing.state().name(),
                        standing.state().name(),
                        standing.delivered(),
                        next.waits(),
                        claim.standing().last(),
                        Timestamp.from(now),
                        Timestamp.from(next.due().orElse(now)),
                        claim.id(),
                        claim.word())
                > 0;
    }
}
