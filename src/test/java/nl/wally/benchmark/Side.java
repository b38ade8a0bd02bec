package nl.wally.benchmark;

import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * A server that is measured, with its database.
 *
 * @param process of the server; zero when there is none
 * @param mixes what it is measured with, by name
 * @param before done before each mix
 * @param gauges what is known of the process from within, where it lets somebody look
 */
record Side(
        String name,
        long process,
        Map<String, Load.Operation> mixes,
        Callable<?> before,
        @Nullable ProcessGauges gauges) {}
