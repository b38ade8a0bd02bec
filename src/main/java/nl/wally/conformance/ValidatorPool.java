package nl.wally.conformance;

import java.util.concurrent.BlockingDeque;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Lends out validators, one to a caller at a time. As many lie idle as were in use at once, up to a ceiling; what is over
 * it, worn out or has thrown is let go.
 */
class ValidatorPool {
    private final Supplier<PooledValidator> maker;
    private final BlockingDeque<PooledValidator> idle;

    ValidatorPool(int mostIdle, Supplier<PooledValidator> maker) {
        this.maker = maker;
        this.idle = new LinkedBlockingDeque<>(mostIdle);
    }

    /** What the work makes of a validator that nobody else has at that time. */
    <T> T lend(Function<PooledValidator, T> work) {
        // The one that came back last: the others may stay idle for as long as it is enough.
        PooledValidator validator = idle.pollFirst();
        if (validator == null) {
            validator = maker.get();
        }
        T result = work.apply(validator);
        // A validator that threw is not put back: nobody knows what is left in it.
        if (!validator.isWornOut()) {
            idle.offerFirst(validator);
        }
        return result;
    }

    /** How many lie idle now. */
    int idle() {
        return idle.size();
    }
}
