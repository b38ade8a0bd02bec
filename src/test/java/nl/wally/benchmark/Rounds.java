package nl.wally.benchmark;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.HdrHistogram.Histogram;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Measures all sides in turn, each mix on all of them before the next, in another order each round: what disturbs the machine
 * disturbs all alike, and what one side leaves to be written meets another one each time.
 */
final class Rounds {
    /** Of what clients that wait for answers got through, this part is asked for by those that do not wait. */
    private static final double SHARE = Double.parseDouble(System.getProperty("wally.benchmark.open", "0.5"));

    private final List<Side> sides;
    private final Figures figures;
    private final long postgres;
    private final JdbcClient database;
    private final Load load;
    private final Map<String, Double> rates = new HashMap<>();
    private final List<String> failures = new ArrayList<>();

    /**
     * Rounds over these sides.
     *
     * @param postgres the process of the PostgreSQL of all sides
     * @param database any of it
     */
    Rounds(List<Side> sides, Figures figures, long postgres, JdbcClient database, int clients) {
        this.sides = sides;
        this.figures = figures;
        this.postgres = postgres;
        this.database = database;
        this.load = new Load(clients);
    }

    /** First one that does not count; after the last run of each mix the heap is looked at. */
    void run(int rounds, Duration each, Duration warmUp) throws Exception {
        for (String mix : mixes()) {
            for (Side side : having(mix, 0)) {
                closed(side, mix, 0, toWarmUp(side, warmUp), false);
            }
        }
        var busy = new StringBuilder();
        for (int round = 1; round <= rounds; round++) {
            for (String mix : mixes()) {
                for (Side side : having(mix, round)) {
                    closed(side, mix, round, each, round == rounds);
                }
                for (Side side : having(mix, round)) {
                    // Those of others break down under what this server carries.
                    if (side.gauges() != null) {
                        open(side, mix, round, each);
                    }
                }
            }
            busy.append(" %.1f"
                    .formatted(ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage()));
        }
        figures.remark(
                "%d clients, %d alternating rounds of %d s a mix, side and model, after %d s each to warm up, and every server as long in all; load average after each round:%s (with nobody else on the machine it is about %d)."
                        .formatted(
                                load.clients(),
                                rounds,
                                each.toSeconds(),
                                warmUp.toSeconds(),
                                busy,
                                load.clients() + 1));
    }

    /** What failed of clients that wait for their answers: nothing, or the figures are of no use. */
    List<String> failures() {
        return failures;
    }

    private Set<String> mixes() {
        Set<String> all = new LinkedHashSet<>();
        sides.forEach(side -> all.addAll(side.mixes().keySet()));
        return all;
    }

    /** Until all are warm in the order of the report; then in one drawn by lot, which is the same in every benchmark. */
    private List<Side> having(String mix, int round) {
        List<Side> having = new ArrayList<>(
                sides.stream().filter(side -> side.mixes().containsKey(mix)).toList());
        if (round > 0) {
            Collections.shuffle(having, new Random(round));
        }
        return having;
    }

    /** Every server gets warm in the same time in all, however many mixes it is measured with. */
    private Duration toWarmUp(Side side, Duration eachMix) {
        return side.process() == 0
                ? eachMix
                : eachMix.multipliedBy(mixes().size()).dividedBy(side.mixes().size());
    }

    private void closed(Side side, String mix, int round, Duration duration, boolean heap) throws Exception {
        side.before().call();
        Usage before = usage(side);
        Load.Result result = load.run(side.mixes().get(mix), duration, () -> 0);
        Usage after = usage(side);
        result.failures().forEach(failure -> failures.add(side.name() + ", " + mix + ": " + failure));
        figures.add(run(side, mix, Run.CLOSED, round, result, before, after, heap));
        if (round > 0 && side.equals(sides.get(0))) {
            // The same for all sides, so that they can be compared.
            rates.putIfAbsent(mix, SHARE * result.perSecond());
        }
    }

    private void open(Side side, String mix, int round, Duration duration) throws Exception {
        side.before().call();
        Usage before = usage(side);
        Load.Result result = Load.at(new Pace(rates.get(mix)), side.mixes().get(mix), duration);
        Usage after = usage(side);
        figures.add(run(side, mix, Run.OPEN, round, result, before, after, false));
    }

    private record Usage(double server, double postgres, double log) {}

    private Usage usage(Side side) {
        return new Usage(
                side.process() == 0 ? 0 : ProcessorTime.withChildren(side.process()),
                ProcessorTime.withChildren(postgres),
                database.sql("select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')")
                        .query(Double.class)
                        .single());
    }

    private static Run run(
            Side side, String mix, String model, int round, Load.Result result, Usage before, Usage after, boolean heap)
            throws Exception {
        Histogram times = result.latencies();
        return new Run(
                side.name(),
                mix,
                model,
                round,
                times.getTotalCount(),
                result.failures().size(),
                result.seconds(),
                times.getValueAtPercentile(50) / 1e6,
                times.getValueAtPercentile(95) / 1e6,
                times.getValueAtPercentile(99) / 1e6,
                times.getMaxValue() / 1e6,
                after.server - before.server,
                after.postgres - before.postgres,
                after.log - before.log,
                side.process() == 0 ? 0 : ServerProcess.memory(side.process())[0],
                heap && side.gauges() != null ? side.gauges().heap() : 0);
    }
}
