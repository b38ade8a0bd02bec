package nl.wally.intake;

import java.util.SplittableRandom;
import java.util.function.Supplier;

/** Referral numbers as the server gives them out, for tests that make referrals past it. */
public final class Numbers {
    private Numbers() {}

    /** Any number of them. */
    public static Supplier<String> random() {
        return new ReferralNumber(new SplittableRandom())::next;
    }
}
