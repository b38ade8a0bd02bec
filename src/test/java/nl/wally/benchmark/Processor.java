package nl.wally.benchmark;

import java.time.Duration;

/**
 * Processor time so far, in seconds, of those who share a machine: who drives, the server, and PostgreSQL.
 */
record Processor(double driver, double server, double postgres) {
    /** All that this process has started, and that is not the server, is PostgreSQL. */
    static Processor now(long server) {
        double mine = of(ProcessHandle.current());
        double others =
                ProcessHandle.current().descendants().mapToDouble(Processor::of).sum();
        double served = ProcessHandle.of(server).map(Processor::of).orElse(0.0);
        return new Processor(mine, served, others - served);
    }

    Processor minus(Processor before) {
        return new Processor(driver - before.driver, server - before.server, postgres - before.postgres);
    }

    /** How many processors each of them kept busy during these seconds. */
    String on(double seconds) {
        return "%.2f · %.2f · %.2f".formatted(driver / seconds, server / seconds, postgres / seconds);
    }

    private static double of(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1000.0;
    }
}
