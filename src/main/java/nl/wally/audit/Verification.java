package nl.wally.audit;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.wally.audit.AnchorFile.Anchor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Goes along the whole chain, from the first seal to the newest anchor, and stops at the first thing that is not as the
 * server wrote it. It reads one seal at a time, however long the log is.
 */
final class Verification {
    /** What a server that runs leaves unsealed no longer. */
    private static final Duration LONGEST_UNSEALED = Duration.ofMinutes(1);

    private final JdbcTemplate jdbc;
    private final Keys keys;
    private final Clock clock;

    Verification(JdbcTemplate jdbc, Keys keys, Clock clock) {
        this.jdbc = jdbc;
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * What came of it.
     *
     * @param seals and {@code records}: how many were found right
     * @param unsealed how many records are too young to be sealed
     * @param fault the first that is wrong; null when all is right
     */
    record Verdict(
            long seals,
            long records,
            long unsealed,
            @Nullable String fault) {}

    /** Checks everything, against what is noted outside the database. */
    Verdict verify(List<Anchor> anchors) {
        Map<Long, Anchor> bySeal = new HashMap<>();
        // The first counts: a server that went on from an older state has anchored the same numbers again.
        anchors.forEach(anchor -> bySeal.putIfAbsent(anchor.seal(), anchor));
        Seal last = Seal.NONE;
        for (Optional<Seal> next = after(last); next.isPresent(); next = after(last)) {
            Seal seal = next.get();
            Optional<String> fault = fault(seal, last, bySeal.get(seal.number()));
            if (fault.isPresent()) {
                return new Verdict(last.number(), last.total(), 0, fault.get());
            }
            last = seal;
        }
        Optional<String> fault = anchors.isEmpty() && last.number() > 0
                ? Optional.of("there is no anchor: whether the end is cut off cannot be told")
                : cutOff(last, anchors).or(this::added).or(this::leftUnsealed);
        return new Verdict(last.number(), last.total(), count("audit_unsealed"), fault.orElse(null));
    }

    private Optional<Seal> after(Seal last) {
        return jdbc
                .query(
                        "select " + Seal.COLUMNS + " from audit_seal where number > ? order by number limit 1",
                        (row, index) -> Seal.of(row),
                        last.number())
                .stream()
                .findFirst();
    }

    private Optional<String> fault(Seal seal, Seal previous, @Nullable Anchor anchor) {
        if (seal.number() != previous.number() + 1) {
            return Optional.of("seal " + (previous.number() + 1) + " is missing");
        }
        Map<Long, Row> rows = new HashMap<>();
        jdbc.query(
                "select number, content, recorded_at, persons, organization, key_id, mac from audit_record"
                        + " where number = any (?)",
                row -> {
                    rows.put(row.getLong("number"), Row.of(row));
                },
                (Object) seal.records().toArray(Long[]::new));
        List<byte[]> macs = new ArrayList<>();
        for (long number : seal.records()) {
            Row row = rows.get(number);
            if (row == null) {
                return Optional.of("record " + number + " is missing (seal " + seal.number() + " covers it)");
            }
            Optional<String> changed = row.changed(keys);
            if (changed.isPresent()) {
                return Optional.of("record " + number + " was changed: " + changed.get());
            }
            macs.add(row.mac());
        }
        if (!seal.follows(previous, macs, keys)) {
            return Optional.of("seal " + seal.number() + " over the records "
                    + seal.records().get(0) + " to "
                    + seal.records().get(seal.records().size() - 1)
                    + " does not fit: it or what it covers was changed, re-ordered or replaced");
        }
        if (anchor != null && !java.security.MessageDigest.isEqual(anchor.hash(), seal.hash())) {
            return Optional.of("seal " + seal.number() + " is not the one that was anchored at " + anchor.sealedAt()
                    + ": an older state was restored and gone on with");
        }
        return Optional.empty();
    }

    private static Optional<String> cutOff(Seal last, List<Anchor> anchors) {
        return anchors.stream()
                .filter(anchor -> anchor.seal() > last.number())
                .max(java.util.Comparator.comparingLong(Anchor::seal))
                .map(anchor -> "the end is cut off after seal " + last.number() + ": seal " + anchor.seal()
                        + " was anchored at " + anchor.sealedAt() + ", and " + (anchor.total() - last.total())
                        + " records are missing");
    }

    /** A record that no seal covers and that does not wait for one. */
    private Optional<String> added() {
        return jdbc
                .queryForList(
                        "select number from audit_record except (select unnest(records) from audit_seal"
                                + " union all select number from audit_unsealed) order by number limit 1",
                        Long.class)
                .stream()
                .findFirst()
                .map(number -> "record " + number + " was added: no seal covers it, and it does not wait for one");
    }

    /** The records that still wait are right, there, and young. */
    private Optional<String> leftUnsealed() {
        Instant oldest = clock.instant().minus(LONGEST_UNSEALED);
        List<String> faults = jdbc.query(
                "select waiting.number as waiting, record.* from audit_unsealed waiting"
                        + " left join audit_record record using (number) order by waiting.number",
                (row, index) -> {
                    String name = "record " + row.getLong("waiting");
                    if (row.getBytes("mac") == null) {
                        return name + " is missing: it waited for its seal";
                    }
                    Optional<String> changed = Row.of(row).changed(keys);
                    if (changed.isPresent()) {
                        return name + " was changed: " + changed.get();
                    }
                    return row.getTimestamp("recorded_at").toInstant().isBefore(oldest)
                            ? name + " waits for its seal longer than a minute: no server seals"
                            : "";
                });
        return faults.stream().filter(fault -> !fault.isEmpty()).findFirst();
    }

    private long count(String table) {
        Long count = jdbc.queryForObject("select count(*) from " + table, Long.class);
        return count == null ? 0 : count;
    }

    /** A record as it is stored. */
    private record Row(
            String content, Instant recordedAt, List<String> persons, String organization, String keyId, byte[] mac) {
        static Row of(ResultSet row) throws SQLException {
            return new Row(
                    row.getString("content"),
                    row.getTimestamp("recorded_at").toInstant(),
                    List.of((String[]) row.getArray("persons").getArray()),
                    row.getString("organization"),
                    row.getString("key_id"),
                    row.getBytes("mac"));
        }

        Optional<String> changed(Keys keys) {
            if (!keys.knows(keyId)) {
                return Optional.of("it names the key " + keyId + ", which is not in the key file");
            }
            if (!keys.verify(keyId, mac, content.getBytes(StandardCharsets.UTF_8))) {
                return Optional.of("its content or its MAC");
            }
            Entry entry = Entry.read(content);
            boolean found = entry.moment().equals(recordedAt)
                    && entry.foundByPersons().equals(persons)
                    && entry.foundByOrganization().equals(organization);
            return found ? Optional.empty() : Optional.of("a column by which it is found");
        }
    }
}
