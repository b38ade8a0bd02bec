package nl.wally.fhir;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Metric {@code wally_referrals_open}: how many referrals are open, by state, counted from an index of the open ones. */
@Component
class OpenCount implements MeterBinder {
    private static final String QUESTION =
            "select r.status, count(*) as referrals from referral r where " + Custodies.OPEN + " group by r.status";

    private static final List<String> STATES = List.of("requested", "received", "accepted", "in-progress", "on-hold");

    private final Glances.Glance<Map<String, Long>> counts;

    OpenCount(JdbcTemplate jdbc, Glances glances) {
        counts = glances.at(() -> {
            Map<String, Long> found = new HashMap<>();
            jdbc.query(QUESTION, row -> {
                found.put(row.getString("status"), row.getLong("referrals"));
            });
            return found;
        });
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        STATES.forEach(state -> Gauge.builder(
                        "wally.referrals.open", counts, glance -> glance.show(found -> found.getOrDefault(state, 0L)))
                .description("Open referrals, by state; of the whole database, whichever node is asked")
                .tag("state", state)
                .register(registry));
    }
}
