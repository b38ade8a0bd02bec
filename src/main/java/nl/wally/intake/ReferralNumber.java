package nl.wally.intake;

import java.util.random.RandomGenerator;

/**
 * The server's own number of a referral, for instance {@code WAW-4821093757}: nine random digits and a check digit, as
 * long as a telephone number, to be read over the phone. Random, so that nobody can count referrals; the check digit
 * (Damm) finds every single wrong digit and every swap of neighbours.
 */
final class ReferralNumber {
    private static final String PREFIX = "WAW-";
    private static final String PATTERN = PREFIX + "[0-9]{10}";
    private static final long NUMBERS = 1_000_000_000L;

    /** H. Michael Damm, a totally anti-symmetric quasigroup of order 10. */
    private static final int[][] DAMM = {
        {0, 3, 1, 7, 5, 9, 8, 6, 4, 2},
        {7, 0, 9, 2, 1, 5, 4, 8, 6, 3},
        {4, 2, 0, 6, 8, 7, 1, 3, 5, 9},
        {1, 7, 5, 0, 9, 8, 3, 4, 2, 6},
        {6, 1, 2, 3, 0, 4, 5, 9, 7, 8},
        {3, 6, 7, 4, 2, 0, 9, 5, 8, 1},
        {5, 8, 6, 9, 7, 2, 0, 1, 3, 4},
        {8, 9, 4, 5, 3, 6, 2, 0, 1, 7},
        {9, 4, 3, 8, 6, 1, 7, 2, 0, 5},
        {2, 5, 8, 1, 4, 3, 6, 7, 9, 0}
    };

    private final RandomGenerator random;

    /** Numbers from this source; in the server a {@link java.security.SecureRandom}. */
    public ReferralNumber(RandomGenerator random) {
        this.random = random;
    }

    /** A new number. Two may be equal, once in very many: who gives it out asks whether it is taken, and draws again. */
    public String next() {
        String digits = String.format("%09d", random.nextLong(NUMBERS));
        return PREFIX + digits + check(digits);
    }

    /** Whether this is written like a referral number and its check digit is right. */
    public static boolean isValid(String number) {
        return number.matches(PATTERN) && check(number.substring(PREFIX.length())) == 0;
    }

    private static int check(String digits) {
        int state = 0;
        for (int i = 0; i < digits.length(); i++) {
            state = DAMM[state][digits.charAt(i) - '0'];
        }
        return state;
    }
}
