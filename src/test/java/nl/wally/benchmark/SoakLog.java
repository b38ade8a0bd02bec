package nl.wally.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.wally.benchmark.DatabaseGauges.Table;

/** What was read while the server was at work; kept in a file as well, for whoever wants to draw it. */
final class SoakLog {
    private final SoakDay day;
    private final ProcessGauges process;
    private final DatabaseGauges database;
    private final Path file;
    private final List<Reading> readings = new ArrayList<>();
    private final long start = System.nanoTime();

    /**
     * Where things stood.
     *
     * @param hours since the start
     * @param referrals how many had been sent in
     * @param operations how many had been done
     * @param gauges by name; not each is read each time
     * @param log of the database, in MB since it was made
     */
    record Reading(
            double hours,
            int referrals,
            long operations,
            Map<String, Double> gauges,
            Map<String, Table> tables,
            double log,
            double processorSeconds) {}

    SoakLog(SoakDay day, ProcessGauges process, DatabaseGauges database, Path file) throws IOException {
        this.day = day;
        this.process = process;
        this.database = database;
        this.file = file;
        Files.deleteIfExists(file);
    }

    /** Reads everything once, what costs the server something only when thoroughly. */
    void read(boolean thoroughly) throws IOException {
        Map<String, Double> gauges = new LinkedHashMap<>();
        if (thoroughly) {
            gauges.put("heap after a full collection, MB", process.heap());
            gauges.putAll(day.slowest());
        }
        gauges.putAll(process.read());
        gauges.putAll(database.read());
        Map<String, Table> tables = new TreeMap<>();
        database.tables().forEach(table -> tables.put(table.name(), table));
        var reading = new Reading(
                (System.nanoTime() - start) / 3.6e12,
                day.rounds(),
                day.operations(),
                gauges,
                tables,
                database.log(),
                process.processorSeconds());
        readings.add(reading);
        Files.writeString(
                file,
                lines(reading) + "failures;" + day.failures() + "\n",
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    List<Reading> readings() {
        return readings;
    }

    /** What ended ten minutes ago did so three years ago, so that the sweep of what is kept too long has its work. */
    void age() {
        database.jdbc().sql("""
                update referral set ended_at = ended_at - interval '3 years'
                where ended_at between now() - interval '1 day' and now() - interval '10 minutes'""").update();
    }

    private static String lines(Reading reading) {
        var lines = new StringBuilder();
        String when = "%.5f;%d;%d".formatted(reading.hours(), reading.referrals(), reading.operations());
        reading.gauges()
                .forEach((name, value) -> lines.append(when)
                        .append(";gauge;")
                        .append(name)
                        .append(';')
                        .append(value)
                        .append('\n'));
        reading.tables()
                .values()
                .forEach(table -> lines.append("%s;table;%s;%.3f;%.3f;%d;%d%n"
                        .formatted(
                                when,
                                table.name(),
                                table.megabytes(),
                                table.indexMegabytes(),
                                table.live(),
                                table.dead())));
        return lines.append("%s;log;wal;%.1f;%.1f%n".formatted(when, reading.log(), reading.processorSeconds()))
                .toString();
    }
}
