package nl.wally.intake;

import java.util.Collection;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Referral numbers as the server gives them out, for tests that make referrals past it. */
public final class Numbers {
    private Numbers() {}

    /** Any number of them, none of which is among those that are taken; for several threads. */
    public static Supplier<String> beside(Collection<String> taken) {
        var given = taken.stream().collect(Collectors.toSet());
        var numbers = new ReferralNumber(new SplittableRandom());
        return () -> {
            synchronized (given) {
                String next = numbers.next();
                while (!given.add(next)) {
                    next = numbers.next();
                }
                return next;
            }
        };
    }
}
