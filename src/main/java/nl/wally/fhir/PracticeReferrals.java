package nl.wally.fhir;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Which referrals a practice sent, as ids of their Tasks: from indexes that are walked from the latest on, so that it costs the
 * same however many have ended. What the Tasks say is searched for by these ids.
 */
@Component
public class PracticeReferrals {
    /** As in the partial index {@code referral_open}. */
    private static final String OPEN = "status in ('requested', 'received', 'accepted', 'in-progress', 'on-hold')";

    private static final String TASKS = "select m.resource from (select id, %1$s as moment from referral"
            + " where practice = ? and %2$s order by %1$s desc, id offset ? limit ?) r"
            + " join referral_member m on m.referral = r.id and m.type = 'Task' and m.position is not null"
            + " order by r.moment desc, r.id";

    private final JdbcTemplate jdbc;

    PracticeReferrals(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Some of the open referrals, those first that came to their owner last.
     *
     * @param practice for instance {@code Organization/practice-1}
     * @param skip how many come before them
     */
    public List<String> open(String practice, int skip, int most) {
        return tasks("coalesce(owner_since, '-infinity')", OPEN, practice, skip, most);
    }

    /** Some of those that have ended, the latest first; parameters as of {@link #open}. */
    public List<String> ended(String practice, int skip, int most) {
        return tasks("ended_at", "ended_at is not null", practice, skip, most);
    }

    private List<String> tasks(String moment, String which, String practice, int skip, int most) {
        return jdbc.queryForList(TASKS.formatted(moment, which), String.class, practice, Math.max(skip, 0), most);
    }
}
