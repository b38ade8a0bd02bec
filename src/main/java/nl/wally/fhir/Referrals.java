package nl.wally.fhir;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;

/** The tables {@code referral} and {@code referral_member}. All writes take part in the transaction of the caller. */
@Component
public class Referrals {
    static final String COLUMNS = columns("r.owner", "r.recipients");

    /** With nobody who has left: they see nothing and may do nothing. */
    private static final String SEEN_BY = columns(
            "case when r.owner in (select role from gone) then '' else r.owner end as owner",
            "array(select one from unnest(r.recipients) one where one not in (select role from gone)) as recipients");

    private static final Pattern UUID_FORM =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private final JdbcTemplate jdbc;
    private final Clock clock;
    private final SenderKeys keys;

    Referrals(JdbcTemplate jdbc, Clock clock, SenderKeys keys) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.keys = keys;
    }

    /**
     * Locks the referrals to which these resources belong, until the transaction ends, and returns them as they are now.
     * ETags guard one resource, not two: whoever changes a referral waits here for whoever does so at this moment.
     */
    public List<Referral> lock(Collection<String> resourceIds) {
        UUID[] ids = uuids(resourceIds);
        if (ids.length == 0) {
            return List.of();
        }
        return jdbc
                .query(
                        "select " + COLUMNS + " from referral r where r.id in"
                                + " (select referral from referral_member where resource = any (?))"
                                + " order by r.id for update",
                        ROW,
                        (Object) ids)
                .stream()
                .map(row -> row.at(clock.instant()))
                .toList();
    }

    /**
     * The referrals of each of these resources, to decide who may see them: somebody who has left neither owns nor may own
     * one. Resources of no referral are left out.
     */
    public Map<String, List<Referral>> of(Collection<String> resourceIds) {
        Map<String, List<Referral>> found = new HashMap<>();
        UUID[] ids = uuids(resourceIds);
        if (ids.length > 0) {
            jdbc.query(
                    "with gone as (select role from departure where at <= ?) select m.resource, " + SEEN_BY
                            + " from referral_member m join referral r on r.id = m.referral where m.resource = any (?)",
                    row -> {
                        found.computeIfAbsent(row.getString("resource"), id -> new java.util.ArrayList<>())
                                .add(ROW.mapRow(row, 0).at(clock.instant()));
                    },
                    Timestamp.from(clock.instant()),
                    ids);
        }
        return found;
    }

    /** All referrals of this person, from any number of years; not locked. */
    public List<Referral> ofPerson(String person) {
        return of(List.of(person.substring(person.indexOf('/') + 1))).values().stream()
                .flatMap(List::stream)
                .toList();
    }

    /** Waits until no other transaction works on the same key, and keeps it to itself until this one ends. */
    public void serialise(String purpose, String... key) {
        jdbc.query(
                "select pg_advisory_xact_lock(hashtextextended(?, 0))",
                row -> {},
                purpose + '\n' + String.join("\n", key));
    }

    /** What was received earlier under the sender's own number, also when it was erased since. */
    public Optional<Received> received(String practice, String placerSystem, String placerValue) {
        return jdbc
                .query(
                        "select id, content_hash from referral"
                                + " where practice = ? and placer_system = ? and placer_value = ?"
                                + " union all select null, null from erased_key where mac = ?",
                        (row, number) -> received(row.getObject(1, UUID.class), row.getBytes(2)),
                        practice,
                        placerSystem,
                        placerValue,
                        keys.mac(practice, placerSystem, placerValue))
                .stream()
                .findFirst();
    }

    private static Received received(@Nullable UUID referral, byte @Nullable [] contentHash) {
        return referral == null || contentHash == null
                ? new Received.Erased()
                : new Received.Kept(referral, contentHash);
    }

    /** The resources that arrived in the bundle of a referral, as {@code Type/id}, in the order of the entries. */
    public List<String> arrived(UUID referral) {
        return jdbc.queryForList(
                "select type || '/' || resource from referral_member"
                        + " where referral = ? and position is not null order by position",
                String.class,
                referral);
    }

    /** What arrived, in the same order, and after that the Tasks that were added later. */
    public List<String> file(UUID referral) {
        return jdbc.queryForList(
                "select type || '/' || resource from referral_member"
                        + " where referral = ? and (position is not null or type = 'Task') order by position",
                String.class,
                referral);
    }

    /** The practices of all referrals that this PractitionerRole owns or may come to own, open or not. */
    public List<String> practicesOf(String role) {
        return jdbc.queryForList(
                "select distinct practice from referral where owner = ? or recipients @> array[?]::text[]",
                String.class,
                role,
                role);
    }

    /** Whether a referral has this number. */
    public boolean isTaken(String number) {
        return Boolean.TRUE.equals(
                jdbc.queryForObject("select exists (select from referral where number = ?)", Boolean.class, number));
    }

    /** Whether there is no referral at all. */
    public boolean areNone() {
        return Boolean.TRUE.equals(jdbc.queryForObject("select not exists (select from referral)", Boolean.class));
    }

    /** Opens the row of a new referral. */
    public void open(Referral referral, String placerSystem, String placerValue, byte[] contentHash) {
        jdbc.update(
                "insert into referral (id, number, practice, coordination, status, owner, recipients, placer_system,"
                        + " placer_value, content_hash, owner_since) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                referral.id(),
                referral.number(),
                referral.practice(),
                referral.coordination(),
                referral.status(),
                referral.owner(),
                referral.recipients().toArray(String[]::new),
                placerSystem,
                placerValue,
                contentHash,
                Timestamp.from(clock.instant()));
    }

    /** Keeps the row equal to its Task. */
    public void update(UUID referral, String status, String owner, List<String> recipients) {
        jdbc.update(
                "update referral set status = ?, owner = ?, recipients = ?,"
                        + " owner_since = case when owner = ? then owner_since else ? end,"
                        + " ended_at = case when ? then null else coalesce(ended_at, ?) end where id = ?",
                status,
                owner,
                recipients.toArray(String[]::new),
                owner,
                Timestamp.from(clock.instant()),
                Referral.OPEN.contains(status),
                Timestamp.from(clock.instant()),
                referral);
    }

    /**
     * Says what a changed consent permits; what was withdrawn stays withdrawn.
     *
     * @param until from when on the consent has lapsed by itself; null when it has no end
     */
    public void share(UUID referral, boolean withdrawn, @Nullable Instant until) {
        jdbc.update(
                "update referral set withdrawn = withdrawn or ?, shared_until = ? where id = ?",
                withdrawn,
                until == null ? null : Timestamp.from(until),
                referral);
    }

    /** Adds resources to a referral, as {@code Type/id}; numbered from zero when they arrived in its bundle. */
    public void join(UUID referral, List<String> references, boolean arrived) {
        List<Object[]> rows = new java.util.ArrayList<>();
        for (int position = 0; position < references.size(); position++) {
            String[] reference = references.get(position).split("/");
            rows.add(new Object[] {UUID.fromString(reference[1]), referral, reference[0], arrived ? position : null});
        }
        jdbc.batchUpdate("insert into referral_member (resource, referral, type, position) values (?, ?, ?, ?)", rows);
    }

    private static String columns(String owner, String recipients) {
        return "r.id, r.number, r.practice, r.coordination, r.status, r.withdrawn, r.shared_until, r.ended_at, r.escalated,"
                + " " + owner
                + ", " + recipients;
    }

    static UUID[] uuids(Collection<String> ids) {
        return ids.stream()
                .filter(id -> UUID_FORM.matcher(id).matches())
                .distinct()
                .map(UUID::fromString)
                .toArray(UUID[]::new);
    }

    static final RowMapper<Referral> ROW = (row, number) -> new Referral(
            row.getObject("id", UUID.class),
            row.getString("number"),
            row.getString("practice"),
            row.getString("coordination"),
            row.getString("status"),
            row.getString("owner"),
            strings(row, "recipients"),
            row.getBoolean("withdrawn"),
            instant(row, "shared_until"),
            instant(row, "ended_at"),
            row.getBoolean("escalated"));

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp moment = row.getTimestamp(column);
        return moment == null ? null : moment.toInstant();
    }

    private static List<String> strings(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return Arrays.asList((String[]) array.getArray());
    }

    /** A referral received earlier. */
    public sealed interface Received {
        /**
         * It is here.
         *
         * @param contentHash SHA-256 of what was submitted
         */
        record Kept(UUID referral, byte[] contentHash) implements Received {}

        /** It was erased, and nothing is known of it but that its number was used. */
        record Erased() implements Received {}
    }
}
