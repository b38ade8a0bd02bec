package nl.wally.audit;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import nl.wally.fhir.Glances;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Metrics {@code wally_audit_…}: what is on record and not sealed yet. More than seconds old means that nobody seals. */
final class Unsealed implements MeterBinder {
    /** By primary keys; should they pile up, a hundred thousand is enough to know. */
    private static final String QUESTION =
            "select (select count(*) from (select from audit_unsealed limit 100000) few) as records,"
                    + " (select recorded_at from audit_record where number = (select min(number) from audit_unsealed)) as oldest";

    private final Clock clock;
    private final Glances.Glance<Found> found;

    Unsealed(JdbcTemplate jdbc, Clock clock, Glances glances) {
        this.clock = clock;
        found = glances.at(() -> jdbc.queryForObject(
                QUESTION, (row, number) -> new Found(row.getLong("records"), instant(row.getTimestamp("oldest")))));
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("wally.audit.unsealed", found, glance -> glance.show(Found::records))
                .description("Records of the audit trail that no seal covers yet")
                .register(registry);
        Gauge.builder("wally.audit.unsealed.age", found, glance -> glance.show(seen -> age(seen.oldest())))
                .description("How long the oldest of them has waited")
                .baseUnit("seconds")
                .register(registry);
    }

    private double age(@Nullable Instant moment) {
        return moment == null
                ? 0
                : Math.max(0, Duration.between(moment, clock.instant()).toMillis() / 1_000.0);
    }

    private static @Nullable Instant instant(@Nullable Timestamp moment) {
        return moment == null ? null : moment.toInstant();
    }

    private record Found(long records, @Nullable Instant oldest) {}
}
