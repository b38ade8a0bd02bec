package nl.wally.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import nl.wally.notification.Standing.State;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;

/**
 * Messages for receivers, kept until a {@link Courier} has brought them. Each receiver's are numbered from 1 on without a
 * gap, brought in that order and at least once. Everything takes part in the transaction of the caller.
 */
@Component
public class Outbox {
    static final String STANDING = "kind, key, state, last, delivered, failures, failing_since, code";

    private static final RowMapper<Standing> ROW = (row, number) -> standing(row);

    private static final String LETTERS = """
            unnest(?::text[], ?::text[], ?::text[], ?::text[])
            with ordinality as x (kind, key, resource, payload, place)
            """;

    /**
     * Nothing is put off for so long. What lies further ahead was put there by a clock that was wrong, and is due at once: so
     * it holds up nothing that comes after it.
     */
    static final Duration FARTHEST = Duration.ofDays(1);

    /**
     * Wakes the receiver, unless a node is at it or it has just failed. Nodes of the version before look at when a message
     * is due.
     */
    private static final String ADD = """
            with letter as (
                select r.id as receiver, r.last + row_number() over (partition by r.id order by x.place) as number,
                    nullif(x.resource, '') as resource, x.payload::jsonb as payload
                from %s join outbox_receiver r on r.kind = x.kind and r.key = x.key
            ), moved as (
                update outbox_receiver r set last = l.number, due = case
                    when r.state in ('STOPPED', 'GIVEN_UP') then null
                    when (r.claim is not null or r.failures > 0) and r.due <= ? then r.due
                    else least(r.due, ?) end
                from (select receiver, max(number) as number from letter group by receiver) l
                where r.id = l.receiver
            )
            insert into outbox_message (receiver, number, at, due, resource, payload)
            select receiver, number, ?, ?, resource, payload from letter
            """.formatted(LETTERS);

    private final JdbcTemplate jdbc;
    private final Clock clock;
    private final Bell bell;

    Outbox(JdbcTemplate jdbc, Clock clock, Bell bell) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.bell = bell;
    }

    /** Puts these down, in this order; a receiver that was not known is from now on. */
    public void add(List<Outgoing> messages) {
        if (messages.isEmpty()) {
            return;
        }
        Object[] letters = {
            each(messages, message -> message.receiver().kind()),
            each(messages, message -> message.receiver().key()),
            each(messages, message -> message.about().substring(message.about().indexOf('/') + 1)),
            each(messages, Outgoing::payload)
        };
        jdbc.update(
                "insert into outbox_receiver (kind, key) select distinct x.kind, x.key from " + LETTERS
                        + " where not exists (select from outbox_receiver r where r.kind = x.kind and r.key = x.key)"
                        + " order by 1, 2 on conflict do nothing",
                letters);
        // Before any of them is written, and always in the same order, so that nobody waits in a circle.
        jdbc.query(
                "select id from outbox_receiver r where exists (select from " + LETTERS
                        + " where r.kind = x.kind and r.key = x.key) order by id for update",
                row -> {},
                letters);
        List<Object> values = new ArrayList<>(List.of(letters));
        Instant moment = clock.instant();
        Timestamp now = Timestamp.from(moment);
        values.addAll(List.of(Timestamp.from(moment.plus(FARTHEST)), now, now, now));
        jdbc.update(ADD, values.toArray());
        bell.ring();
    }

    /** How it stands with a receiver; empty when it never had a message, or was removed. */
    public Optional<Standing> standing(Receiver receiver) {
        return jdbc
                .query(
                        "select " + STANDING + " from outbox_receiver where kind = ? and key = ?",
                        ROW,
                        receiver.kind(),
                        receiver.key())
                .stream()
                .findFirst();
    }

    /**
     * The messages with these numbers, both included, as far as there are any; what was erased or is kept no longer is among
     * them with its number alone.
     */
    public List<Message> messages(Receiver receiver, long first, long last) {
        long from = Math.max(1, first);
        long to = Math.min(last, standing(receiver).map(Standing::last).orElse(0L));
        List<Message> kept = jdbc.query(
                "select m.number, m.at, m.payload from outbox_message m join outbox_receiver r on r.id = m.receiver"
                        + " where r.kind = ? and r.key = ? and m.number between ? and ? order by m.number",
                (row, number) -> message(row),
                receiver.kind(),
                receiver.key(),
                from,
                to);
        return complete(kept, from, to);
    }

    /** Sends nothing any more; messages are numbered and kept all the same. */
    public void stop(Receiver receiver) {
        jdbc.update(
                "insert into outbox_receiver (kind, key, state) values (?, ?, 'STOPPED')"
                        + " on conflict (kind, key) do update set state = 'STOPPED', due = null",
                receiver.kind(),
                receiver.key());
    }

    /** Sends again, from the first message that has not arrived. */
    public void resume(Receiver receiver) {
        again(receiver, "WELL", State.STOPPED, State.GIVEN_UP);
    }

    /**
     * Tries again at once what fails or was given up, from the first message that has not arrived.
     *
     * @return whether there was any of that
     */
    public boolean replay(Receiver receiver) {
        return again(receiver, "FAILING", State.FAILING, State.GIVEN_UP);
    }

    /** The same for all receivers of a kind; gives how many there were. */
    int replay(String kind) {
        List<String> stuck = jdbc.queryForList(
                "select key from outbox_receiver where kind = ? and state in ('FAILING', 'GIVEN_UP') order by id",
                String.class,
                kind);
        return (int)
                stuck.stream().filter(key -> replay(new Receiver(kind, key))).count();
    }

    private boolean again(Receiver receiver, String state, State... from) {
        Timestamp now = Timestamp.from(clock.instant());
        int changed = jdbc.update(
                "update outbox_receiver set state = ?, failures = 0, failing_since = case when ? = 'FAILING' then ?::timestamptz end,"
                        + " due = case when claim is not null and due > ? then due when last > delivered then ?::timestamptz end"
                        + " where kind = ? and key = ? and state = any (?)",
                state,
                state,
                now,
                now,
                now,
                receiver.kind(),
                receiver.key(),
                Arrays.stream(from).map(State::name).toArray(String[]::new));
        bell.ring();
        return changed > 0;
    }

    /** Forgets a receiver with all its messages. */
    public void remove(Receiver receiver) {
        jdbc.update("delete from outbox_receiver where kind = ? and key = ?", receiver.kind(), receiver.key());
    }

    /** Receivers that fail or were given up, those first that do so longest. */
    public List<Standing> stuck(int most) {
        return jdbc.query(
                "select " + STANDING + " from outbox_receiver where state in ('FAILING', 'GIVEN_UP')"
                        + " order by failing_since limit ?",
                ROW,
                most);
    }

    /** These and, with its number alone, each that is missing between the two numbers. */
    static List<Message> complete(List<Message> kept, long from, long to) {
        List<Message> all = new ArrayList<>();
        int next = 0;
        for (long number = from; number <= to; number++) {
            boolean there = next < kept.size() && kept.get(next).number() == number;
            all.add(there ? kept.get(next++) : Message.gone(number));
        }
        return all;
    }

    static Standing standing(ResultSet row) throws SQLException {
        @Nullable Timestamp since = row.getTimestamp("failing_since");
        return new Standing(
                new Receiver(row.getString("kind"), row.getString("key")),
                State.valueOf(row.getString("state")),
                row.getLong("last"),
                row.getLong("delivered"),
                row.getInt("failures"),
                since == null ? null : since.toInstant(),
                row.getString("code"));
    }

    static Message message(ResultSet row) throws SQLException {
        Instant at = row.getTimestamp("at").toInstant();
        return new Message(row.getLong("number"), at, row.getString("payload"));
    }

    private static String[] each(List<Outgoing> messages, Function<Outgoing, String> part) {
        return messages.stream().map(part).toArray(String[]::new);
    }
}
