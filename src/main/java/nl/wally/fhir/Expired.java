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

    /** Referrals with one of these statuses that ended by this moment, those that ended first, at most so many. */
    public List<Due> referrals(Collection<String> statuses, Instant by, int most) {
        return jdbc.query(
                "select r.id, p.resource from referral r"
                        + " join referral_member p on p.referral = r.id and p.type = 'Patient'"
                        + " where r.ended_at <= ? and r.status = any (?) order by r.ended_at, r.id limit ?",
                (row, number) -> new Due("Patient/" + row.getString(2), row.getObject(1, UUID.class), ""),
                Timestamp.from(by),
                statuses.toArray(String[]::new),
                most);
    }

    /** Resources of this type that belong to referrals that ended by this moment, at most so many. */
    public List<Due> parts(String type, Instant by, int most) {
        return jdbc.query(
                "select r.id, p.resource, m.resource from referral r"
                        + " join referral_member p on p.referral = r.id and p.type = 'Patient'"
                        + " join referral_member m on m.referral = r.id and m.type = ?"
                        + " where r.ended_at <= ? order by r.ended_at, m.resource limit ?",
                (row, number) -> new Due(
                        "Patient/" + row.getString(2), row.getObject(1, UUID.class), type + "/" + row.getString(3)),
                type,
                Timestamp.from(by),
                most);
    }

    /**
     * Something whose time is over.
     *
     * @param person whose it is, as {@code Patient/id}
     * @param part the resource, as {@code Type/id}; empty when it is the whole referral
     */
    public record Due(String person, UUID referral, String part) {}
}
