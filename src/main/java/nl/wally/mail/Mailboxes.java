package nl.wally.mail;

import java.sql.Array;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import nl.wally.mail.Choice.Moments;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What people chose, and to whom nothing gets through: table {@code mailbox}. All writes join the transaction of the caller. */
@Component
class Mailboxes {
    private final JdbcTemplate jdbc;
    private final Clock clock;

    Mailboxes(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What a person or organisation chose, or the default. */
    Choice choice(String reference) {
        return jdbc
                .query(
                        "select moments, hours, tongue from mailbox where reference = ?",
                        (row, number) -> new Choice(
                                Moments.valueOf(name(row.getString("moments"))),
                                hours(row.getArray("hours")),
                                Tongue.valueOf(name(row.getString("tongue")))),
                        reference)
                .stream()
                .findFirst()
                .orElse(Choice.DEFAULT);
    }

    void choose(String reference, Choice choice) {
        jdbc.update(
                "insert into mailbox (reference, moments, hours, tongue) values (?, ?, ?, ?) on conflict (reference)"
                        + " do update set moments = excluded.moments, hours = excluded.hours, tongue = excluded.tongue",
                reference,
                code(choice.moments()),
                choice.hours().toArray(Integer[]::new),
                code(choice.tongue()));
    }

    /**
     * Notes that nothing gets through.
     *
     * @param address at which, see {@link Addresses#print}
     * @param coordination who is told
     * @return whether that is news
     */
    boolean fails(String reference, Failure failure, byte[] address, @Nullable String coordination, boolean held) {
        boolean known = Boolean.TRUE.equals(jdbc.queryForObject(
                "select exists (select from mailbox where reference = ? and failure is not null)",
                Boolean.class,
                reference));
        jdbc.update(
                "insert into mailbox (reference, failure, failing_since, failing_address, coordination, held)"
                        + " values (?, ?, ?, ?, ?, ?) on conflict (reference) do update set failure = excluded.failure,"
                        + " failing_since = coalesce(mailbox.failing_since, excluded.failing_since),"
                        + " failing_address = excluded.failing_address, coordination = excluded.coordination,"
                        + " held = excluded.held",
                reference,
                code(failure),
                Timestamp.from(clock.instant()),
                address,
                coordination,
                held);
        return !known;
    }

    /** Something was taken; what came back before that counts until somebody has it tried again. */
    void getsThrough(String reference) {
        if (!isHeld(reference)) {
            recovers(reference);
        }
    }

    /** Whatever was wrong is worth trying again. */
    void recovers(String reference) {
        jdbc.update(
                "update mailbox set failure = null, failing_since = null, failing_address = null, coordination = null,"
                        + " held = false where reference = ? and failure is not null",
                reference);
    }

    /** Whether something came back, and nobody said since that it is to be tried again. */
    boolean isHeld(String reference) {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                "select exists (select from mailbox where reference = ? and held)", Boolean.class, reference));
    }

    /** To whom nothing gets through, those first that it holds longest for. */
    List<Failing> failing(int most) {
        return failing("failure is not null order by failing_since limit ?", most);
    }

    /** The same of whom this organisation coordinates, and the organisation itself. */
    List<Failing> failingUnder(String coordination) {
        return failing("failure is not null and coordination = ? order by failing_since", coordination);
    }

    private List<Failing> failing(String where, Object value) {
        return jdbc.query(
                "select reference, failure, failing_since, failing_address from mailbox where " + where,
                (row, number) -> new Failing(
                        row.getString("reference"),
                        Failure.ofCode(row.getString("failure")),
                        row.getTimestamp("failing_since").toInstant(),
                        row.getBytes("failing_address")),
                value);
    }

    private static Set<Integer> hours(Array array) throws java.sql.SQLException {
        return Set.copyOf(Arrays.asList((Integer[]) array.getArray()));
    }

    static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static String name(String code) {
        return code.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    /**
     * Somebody to whom nothing gets through.
     *
     * @param address at which, see {@link Addresses#print}
     */
    record Failing(String reference, Failure why, Instant since, byte[] address) {}
}
