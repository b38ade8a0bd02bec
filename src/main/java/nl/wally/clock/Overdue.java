package nl.wally.clock;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.EnumMap;
import java.util.Map;
import nl.wally.clock.Promise.Kind;
import nl.wally.clock.Promise.Rung;
import nl.wally.fhir.Glances;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Metric {@code wally_promises_overdue}: what was promised, is over its time and not kept (W-8). An index has them. */
@Component
class Overdue implements MeterBinder {
    /** As in index {@code promise_overdue}: a number in the text, so that the planner knows that the index will do. */
    private static final String QUESTION =
            "select kind, count(*) as promises from promise where rung >= " + Rung.OVERDUE.ordinal() + " group by kind";

    private final Glances.Glance<Map<Kind, Long>> counts;

    Overdue(JdbcTemplate jdbc, Glances glances) {
        counts = glances.at(() -> {
            Map<Kind, Long> found = new EnumMap<>(Kind.class);
            jdbc.query(QUESTION, row -> {
                found.put(Kind.valueOf(row.getString("kind")), row.getLong("promises"));
            });
            return found;
        });
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (Kind kind : Kind.values()) {
            Gauge.builder(
                            "wally.promises.overdue",
                            counts,
                            glance -> glance.show(found -> found.getOrDefault(kind, 0L)))
                    .description(
                            "Promises that are overdue and not kept; of the whole database, whichever node is asked")
                    .tag("promise", kind.code())
                    .register(registry);
        }
    }
}
