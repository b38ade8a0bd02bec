package nl.wally.benchmark;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** What is told of a mix: the middle of its rounds. */
enum Figure {
    SECONDS("seconds", Run::seconds),
    PER_SECOND("per second", Run::perSecond),
    P50("p50 ms", Run::p50),
    P95("p95 ms", Run::p95),
    P99("p99 ms", Run::p99),
    LONGEST("longest ms", Run::longest),
    SERVER("processor ms, server", Run::serverMillis),
    POSTGRES("processor ms, PostgreSQL", Run::postgresMillis),
    LOG("bytes of log", Run::logBytes),
    RESIDENT("resident MB", Run::resident),
    HEAP("heap MB", Run::heap);

    final String title;
    final ToDoubleFunction<Run> of;

    Figure(String title, ToDoubleFunction<Run> of) {
        this.title = title;
        this.of = of;
    }

    /** In the order of the columns of the file. */
    static List<ToDoubleFunction<Run>> inFile() {
        return Arrays.stream(values()).map(figure -> figure.of).toList();
    }

    /** As people read it; a dash where nothing is known. */
    static String text(double value) {
        return value == 0 || Double.isNaN(value)
                ? "–"
                : String.format(Locale.ROOT, value < 10 ? "%.1f" : value < 10_000 ? "%.0f" : "%,.0f", value);
    }
}
