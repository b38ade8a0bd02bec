package nl.wally.subscription;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import nl.wally.access.ScopeRules;
import nl.wally.shared.Caller;
import nl.wally.shared.Caller.Capacity;
import nl.wally.shared.Scope;
import nl.wally.subscription.HeaderRules.Header;
import nl.wally.subscription.Subscribed.State;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The tables {@code subscription} and {@code subscription_header}. All writes take part in the transaction of the caller. */
@Component
class Subscriptions {
    private final JdbcTemplate jdbc;
    private final HeaderSeal seal;

    Subscriptions(JdbcTemplate jdbc, HeaderSeal seal) {
        this.jdbc = jdbc;
        this.seal = seal;
    }

    /** Keeps what is asked for now; what was begun for an earlier time that it was asked no longer counts. */
    void keep(UUID id, Caller caller, String base, Wish wish, State state, Instant now) {
        jdbc.update(
                """
                insert into subscription (id, client, organization, role, capacity, scopes, base, topic, filters, endpoint,
                    content, media_type, heartbeat, timeout, most, ends_at, status, told_at, proof_due)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (id) do update set client = excluded.client, organization = excluded.organization,
                    role = excluded.role, capacity = excluded.capacity, scopes = excluded.scopes, base = excluded.base,
                    topic = excluded.topic, filters = excluded.filters, endpoint = excluded.endpoint,
                    content = excluded.content, media_type = excluded.media_type, heartbeat = excluded.heartbeat,
                    timeout = excluded.timeout, most = excluded.most, ends_at = excluded.ends_at,
                    status = excluded.status, proof_due = excluded.proof_due, asked = subscription.asked + 1,
                    failure = case when excluded.status = 'error' then subscription.failure end""",
                id,
                caller.client(),
                caller.organization(),
                caller.role(),
                caller.capacity().name(),
                caller.scopes().stream().map(Scope::text).toArray(String[]::new),
                base,
                wish.topic().name(),
                wish.filters().toArray(String[]::new),
                wish.endpoint().toString(),
                wish.content().code(),
                wish.mediaType(),
                wish.heartbeat().orElse(null),
                wish.timeout(),
                wish.most(),
                wish.end().map(Timestamp::from).orElse(null),
                state.code(),
                Timestamp.from(now),
                state == State.REQUESTED ? Timestamp.from(now) : null);
    }

    /** Keeps these headers, and no others. */
    void keepHeaders(UUID id, List<Header> headers) {
        jdbc.update("delete from subscription_header where subscription = ?", id);
        List<Object[]> rows = new ArrayList<>();
        for (Header header : headers) {
            rows.add(new Object[] {id, rows.size(), header.name(), seal.close(id, header.value())});
        }
        jdbc.batchUpdate(
                "insert into subscription_header (subscription, position, name, sealed) values (?, ?, ?, ?)", rows);
    }

    /** The headers to be sent along, with their values. */
    List<Header> headers(UUID id) {
        return jdbc.query(
                "select name, sealed from subscription_header where subscription = ? order by position",
                (row, number) -> new Header(row.getString(1), seal.open(id, row.getBytes(2))),
                id);
    }

    Optional<Subscribed> find(UUID id) {
        return query("id = ?", id).stream().findFirst();
    }

    /** The same, locked until the transaction ends. */
    Optional<Subscribed> lock(UUID id) {
        return query("id = ? for update", id).stream().findFirst();
    }

    /** How many a client has, those that are off included. */
    int count(String client) {
        return jdbc.queryForObject("select count(*) from subscription where client = ?", Integer.class, client);
    }

    /** Something was sent, and taken. */
    void told(UUID id, Instant now) {
        jdbc.update(
                "update subscription set told_at = ?, failure = case when status = 'error' then failure end where id = ?",
                Timestamp.from(now),
                id);
    }

    /** Notes what goes wrong, or that nothing does any more. */
    void fails(UUID id, @Nullable String failure) {
        jdbc.update("update subscription set failure = ? where id = ? and status <> 'error'", failure, id);
    }

    /** It works again, whoever made it do so; a subscription in error that is replayed is active with that. */
    void lives(UUID id) {
        jdbc.update(
                "update subscription set failure = null, behind = behind or status = 'error',"
                        + " status = case when status = 'error' then 'active' else status end where id = ?",
                id);
    }

    /** The resource says what the row says. */
    void followed(UUID id) {
        jdbc.update("update subscription set behind = false where id = ?", id);
    }

    /** Of which the resource does not say yet what the row says. */
    List<UUID> behind(int most) {
        return jdbc.queryForList("select id from subscription where behind limit ?", UUID.class, most);
    }

    /** Handshakes that are due, each for one node until the given moment. */
    List<Subscribed> proofs(Instant now, Instant until, int most) {
        return claim("proof_due = ?", "proof_due <= ?", until, now, most);
    }

    /** Those who are owed a sign of life, each given to one node; also who had the last one by a clock that was ahead. */
    List<Subscribed> silent(Instant now, int most) {
        return claim(
                "told_at = ?",
                "status = 'active' and heartbeat is not null"
                        + " and abs(extract(epoch from told_at - ?::timestamptz)) >= heartbeat",
                now,
                now,
                most);
    }

    /** Ends those whose time is over. */
    List<Subscribed> end(Instant now, int most) {
        return claim(
                "status = 'off', failure = null, behind = true, proof_due = null, told_at = ?",
                "status <> 'off' and ends_at <= ?",
                now,
                now,
                most);
    }

    private List<Subscribed> claim(String change, String which, Instant value, Instant now, int most) {
        return jdbc.query(
                "update subscription s set " + change + " from (select id from subscription where " + which
                        + " limit ? for update skip locked) d where s.id = d.id returning s.*",
                (row, number) -> row(row),
                Timestamp.from(value),
                Timestamp.from(now),
                most);
    }

    /** Says how it stands now. */
    void become(UUID id, State state, @Nullable String failure) {
        jdbc.update(
                "update subscription set status = ?, failure = ?, proof_due = null, behind = true where id = ?",
                state.code(),
                failure,
                id);
    }

    /** Those of which this holds, as SQL. */
    List<Subscribed> query(String where, Object... values) {
        return jdbc.query("select * from subscription where " + where, (row, number) -> row(row), values);
    }

    private static Subscribed row(ResultSet row) throws SQLException {
        return new Subscribed(
                row.getObject("id", UUID.class),
                new Caller(
                        row.getString("client"),
                        row.getString("organization"),
                        row.getString("role"),
                        Capacity.valueOf(row.getString("capacity")),
                        strings(row, "scopes").stream()
                                .flatMap(scope -> ScopeRules.read(scope).stream())
                                .toList()),
                row.getString("base"),
                wish(row),
                State.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
                Optional.ofNullable(row.getString("failure")),
                row.getLong("asked"),
                row.getTimestamp("told_at").toInstant());
    }

    private static Wish wish(ResultSet row) throws SQLException {
        Timestamp end = row.getTimestamp("ends_at");
        return new Wish(
                Topic.valueOf(row.getString("topic")),
                strings(row, "filters"),
                URI.create(row.getString("endpoint")),
                Content.of(row.getString("content")).orElseThrow(),
                row.getString("media_type"),
                Optional.ofNullable(row.getObject("heartbeat", Integer.class)),
                row.getInt("timeout"),
                row.getInt("most"),
                Optional.ofNullable(end).map(Timestamp::toInstant));
    }

    private static List<String> strings(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
