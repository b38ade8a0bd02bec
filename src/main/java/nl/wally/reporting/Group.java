package nl.wally.reporting;

import java.util.List;

/**
 * Referrals that are counted together.
 *
 * @param categories what they may be, of one {@link Breakdown}; how many are what, nobody can tell
 * @param referrals how many; never fewer than the threshold
 */
record Group(List<String> categories, int referrals) {
    Group {
        categories = List.copyOf(categories);
    }
}
