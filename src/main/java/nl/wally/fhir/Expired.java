package nl.wally.fhir;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Which referrals ended so long ago that their time is over; not locked, so whoever acts on it looks again. */
@Component
public class Expired {
    private final JdbcTemplate jdbc;

    Expired(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Referrals with one of these statuses that ended by this moment, those that ended first, at most so many after a place. */
    public List<Due> referrals(Collection<String> statuses, Instant by, Place after, int most) {
        return jdbc.query(
                "select r.id, p.resource, r.ended_at from referral r"
                        + " join referral_member p on p.referral = r.id and p.type = 'Patient'"
                        + " where r.ended_at <= ? and r.status = any (?) and (r.ended_at, r.id) > (?, ?)"
                        + " order by r.ended_at, r.id limit ?",
                (row, number) -> new Due(
                        "Patient/" + row.getString(2),
                        row.getObject(1, UUID.class),
                        "",
                        new Place(row.getTimestamp(3).toInstant(), row.getObject(1, UUID.class))),
                Timestamp.from(by),
                statuses.toArray(String[]::new),
                Timestamp.from(after.endedAt()),
                after.id(),
                most);
    }

    /**
     * Clarifications of the question of referrals that ended by this moment, at most so many after a place. Looked for among
     * the clarifications that there are, in an index of their own: most referrals that ended have none any more.
     */
    public List<Due> clarifications(Instant by, Place after, int most) {
        return jdbc.query(
                "select r.id, p.resource, m.resource, r.ended_at from referral r"
                        + " join referral_member p on p.referral = r.id and p.type = 'Patient'"
                        + " join referral_member m on m.referral = r.id and m.type = 'QuestionnaireResponse'"
                        + " where r.ended_at <= ? and (r.ended_at, m.resource) > (?, ?)"
                        + " order by r.ended_at, m.resource limit ?",
                (row, number) -> new Due(
                        "Patient/" + row.getString(2),
                        row.getObject(1, UUID.class),
                        "QuestionnaireResponse/" + row.getString(3),
                        new Place(row.getTimestamp(4).toInstant(), row.getObject(3, UUID.class))),
                Timestamp.from(by),
                Timestamp.from(after.endedAt()),
                after.id(),
                most);
    }

    /**
     * Something whose time is over.
     *
     * @param person whose it is, as {@code Patient/id}
     * @param part the resource, as {@code Type/id}; empty when it is the whole referral
     * @param place where it stands among those whose time is over
     */
    public record Due(String person, UUID referral, String part, Place place) {}

    /**
     * A place among those whose time is over.
     *
     * @param id of the referral, or of its part
     */
    public record Place(Instant endedAt, UUID id) {
        /** Before all of them. */
        public static final Place FIRST = new Place(Instant.EPOCH, new UUID(0, 0));
    }
}
