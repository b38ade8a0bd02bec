package nl.wally.audit;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Chains what was recorded meanwhile. One node at a time does so; the others go on as before. */
final class Sealer {
    /** Any number will do as long as it never changes: all nodes of all releases meet at this lock. */
    private static final long LOCK_KEY = 0x57414C5345414CL;

    /** So many records at most have one seal. */
    private static final int MOST = 1_000;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final Keys keys;
    private final Clock clock;

    Sealer(JdbcTemplate jdbc, TransactionTemplate transaction, Keys keys, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.keys = keys;
        this.clock = clock;
    }

    /** Seals all that is committed and not sealed yet, unless another node is at it. */
    void seal() {
        while (Boolean.TRUE.equals(jdbc.queryForObject("select exists (select from audit_unsealed)", Boolean.class))
                && Boolean.TRUE.equals(transaction.execute(status -> sealSome()))) {
            continue;
        }
    }

    /** The newest seal. */
    Seal head() {
        return jdbc
                .query(
                        "select " + Seal.COLUMNS + " from audit_seal order by number desc limit 1",
                        (row, index) -> Seal.of(row))
                .stream()
                .findFirst()
                .orElse(Seal.NONE);
    }

    private boolean sealSome() {
        if (!Boolean.TRUE.equals(jdbc.queryForObject("select pg_try_advisory_xact_lock(?)", Boolean.class, LOCK_KEY))) {
            return false;
        }
        List<Long> numbers = new ArrayList<>();
        List<byte[]> macs = new ArrayList<>();
        jdbc.query(
                "with taken as (delete from audit_unsealed where number in"
                        + " (select number from audit_unsealed order by number limit " + MOST + ") returning number)"
                        + " select number, mac from taken left join audit_record using (number) order by number",
                row -> {
                    byte[] mac = row.getBytes(2);
                    numbers.add(row.getLong(1));
                    // Somebody has removed it already: the seal says that it was there.
                    macs.add(mac == null ? new byte[0] : mac);
                });
        if (numbers.isEmpty()) {
            return false;
        }
        Seal seal = head().next(clock.instant().truncatedTo(ChronoUnit.MILLIS), numbers, macs, keys);
        jdbc.update(
                "insert into audit_seal (" + Seal.COLUMNS + ") values (?, ?, ?, ?, ?, ?)",
                seal.number(),
                Timestamp.from(seal.sealedAt()),
                numbers.toArray(Long[]::new),
                seal.total(),
                seal.keyId(),
                seal.hash());
        return true;
    }
}
