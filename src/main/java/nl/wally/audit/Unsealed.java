package nl.wally.audit;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.sql.Timestamp;
import nl.wally.fhir.Glances;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Metrics {@code wally_audit_…}: what is on record and not sealed yet. More than seconds old means that nobody seals. */
final class Unsealed implements MeterBinder {
    /** By primary keys; should they pile up, a hundred thousand is enough to know. */
    private static final String QUESTION =
            "select (select count(*) from (select from audit_unsealed limit 100000) few) as records,"
                    + " (select recorded_at from audit_record where number = (select min(number) from audit_unsealed)) as oldest";

    private final Glances glances;
    private final Glances.Glance<Found> found;

    Unsealed(JdbcTemplate jdbc, Glances glances) {
        this.glances = glances;
        found = glances.at(() -> jdbc.queryForObject(
                QUESTION, (row, number) -> new Found(row.getLong("records"), row.getTimestamp("oldest"))));
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("wally.audit.unsealed", found, glance -> glance.show(Found::records))
                .description("Records of the audit trail that no seal covers yet")
                .register(registry);
        Gauge.builder("wally.audit.unsealed.age", found, glance -> glance.show(seen -> glances.age(seen.oldest())))
                .description("How long the oldest of them has waited")
                .baseUnit("seconds")
                .register(registry);
    }

    private record Found(long records, @Nullable Timestamp oldest) {}
}
