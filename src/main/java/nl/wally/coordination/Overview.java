package nl.wally.coordination;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nl.wally.mail.Unreached;
import nl.wally.shared.Words;
import org.jspecify.annotations.Nullable;

/**
 * What a coordinator sees first: what went wrong or will, and how much everybody has to do.
 *
 * @param unattended referrals that nobody of the team is there for
 * @param overdue referrals of which a promise was not kept
 * @param alone when all of a team will be away, or are
 * @param gaps teams that lack somebody
 * @param meetings practices that have to meet their Wally, and have no date
 * @param silent to whom no e-mail gets through
 * @param loads open referrals of each Wally
 */
record Overview(
        Listed<Waiting> unattended,
        Listed<Waiting> overdue,
        Listed<Away> alone,
        Listed<Mark> gaps,
        Listed<Mark> meetings,
        List<Silent> silent,
        List<Load> loads) {
    /** So many of each are shown. */
    static final int MOST = 20;

    /** Whether there is nothing to do. */
    public boolean isCalm() {
        return unattended.items().isEmpty()
                && overdue.items().isEmpty()
                && alone.items().isEmpty()
                && gaps.items().isEmpty()
                && meetings.items().isEmpty()
                && silent.isEmpty();
    }

    /**
     * The first of them.
     *
     * @param more whether there are more than these
     */
    record Listed<T>(List<T> items, boolean more) {
        static <T> Listed<T> of(List<T> found) {
            return new Listed<>(found.stream().limit(MOST).toList(), found.size() > MOST);
        }
    }

    /**
     * A referral.
     *
     * @param owner empty when nobody has it
     * @param since since when it has been so
     */
    record Waiting(String task, String number, String practice, String owner, LocalDate since) {}

    /**
     * A practice whose team nobody of is there.
     *
     * @param practice by id
     * @param until the last day; null when nobody knows
     */
    record Away(
            String practice,
            String name,
            LocalDate from,
            @Nullable LocalDate until) {
        public Optional<LocalDate> end() {
            return Optional.ofNullable(until);
        }
    }

    /** A practice, by id and by name, with a day: since when, or by when. */
    record Mark(String practice, String name, LocalDate day) {}

    /** Somebody to whom no e-mail gets through. */
    record Silent(String name, LocalDate since, Words why) {
        static Silent of(Unreached.Silent one, String name, LocalDate since) {
            return new Silent(name, since, one.why());
        }
    }
}
