package nl.wally.fuzz;

import java.util.List;
import java.util.Random;
import java.util.function.IntUnaryOperator;

/**
 * Decisions, one after the other: by the bytes that a fuzzer varies, so that it learns which decision leads where, or by a
 * seed. Where the bytes end, every decision is the first one, so put what changes nothing first.
 */
public final class Choices {
    private final IntUnaryOperator below;

    private Choices(IntUnaryOperator below) {
        this.below = below;
    }

    /** One or two bytes decide. */
    public static Choices of(byte[] input) {
        return new Choices(new IntUnaryOperator() {
            private int at;

            private int next() {
                return at < input.length ? input[at++] & 0xff : 0;
            }

            @Override
            public int applyAsInt(int bound) {
                int value = next();
                return (bound > 256 ? value << 8 | next() : value) % bound;
            }
        });
    }

    /** Always the same for the same seed. */
    public static Choices of(long seed) {
        return new Choices(new Random(seed)::nextInt);
    }

    /** From 0 to the bound, without it. */
    public int below(int bound) {
        return below.applyAsInt(bound);
    }

    public <T> T of(List<T> list) {
        return list.get(below(list.size()));
    }

    /** As rarely as one in so many times. */
    public boolean once(int in) {
        return below(in) == in - 1;
    }
}
