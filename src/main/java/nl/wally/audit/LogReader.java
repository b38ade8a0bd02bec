package nl.wally.audit;

import static nl.wally.shared.Words.words;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.wally.shared.Problem;
import nl.wally.shared.RefusedException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Finds records for the privacy officer of an organisation: those of callers of that organisation, and those of persons
 * whose referral it sent or coordinates.
 */
final class LogReader {
    /** Ids of persons are UUIDs; whatever else a record names is no member of a referral. */
    private static final String FOR = "(record.organization = ? or exists (select from unnest(record.persons) person"
            + " join referral_member member on member.resource ="
            + " case when person ~ '^Patient/[0-9a-f-]{36}$' then substr(person, 9)::uuid end"
            + " join referral on referral.id = member.referral"
            + " where referral.practice = ? or referral.coordination = ?))";

    private final JdbcTemplate jdbc;

    LogReader(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** A record that was found, and its number. */
    record Found(long number, Entry entry) {}

    /** Those that match all criteria, the newest first, before this number when there is one. */
    List<Found> find(String organization, Map<String, List<String>> criteria, @Nullable Long before, int most) {
        StringBuilder condition = new StringBuilder(FOR);
        List<Object> values = new ArrayList<>(List.of(organization, organization, organization));
        if (before != null) {
            condition.append(" and record.number < ?");
            values.add(before);
        }
        criteria.forEach((name, wanted) -> wanted.forEach(value -> add(condition, values, name, value)));
        values.add(most);
        return jdbc.query(
                "select number, content from audit_record record where " + condition + " order by number desc limit ?",
                (row, index) -> new Found(row.getLong("number"), Entry.read(row.getString("content"))),
                values.toArray());
    }

    private static void add(StringBuilder condition, List<Object> values, String name, String value) {
        switch (name) {
            case "_id" -> {
                condition.append(" and record.number = ?");
                values.add(number(value).orElse(-1L));
            }
            case "patient" -> {
                condition.append(" and record.persons @> array[?]::text[]");
                values.add(value.contains("/") ? value : "Patient/" + value);
            }
            case "agent" -> {
                condition.append(" and ? in (record.organization, record.content::jsonb ->> 'person',"
                        + " record.content::jsonb ->> 'client')");
                values.add(value);
            }
            case "entity" -> {
                condition.append(" and (record.persons @> array[?]::text[] or exists (select from"
                        + " jsonb_array_elements_text(record.content::jsonb -> 'objects') object"
                        + " where object = ? or starts_with(object, ?)))");
                values.addAll(List.of(value, value, value + "/_history/"));
            }
            case "date" -> {
                DateBound bound = DateBound.of(value);
                condition.append(" and record.recorded_at >= ? and record.recorded_at < ?");
                values.add(Timestamp.from(bound.from()));
                values.add(Timestamp.from(bound.until()));
            }
            default ->
                throw new RefusedException(
                        Problem.PARAMETER_UNKNOWN, "", words("This parameter is not offered here; see /fhir/metadata"));
        }
    }

    /** The number that an id is, if it is one. */
    static Optional<Long> number(String id) {
        return id.matches("[1-9]\\d{0,17}") ? Optional.of(Long.parseLong(id)) : Optional.empty();
    }

    /**
     * What a date of a search allows, see https://hl7.org/fhir/R4/search.html#date.
     *
     * @param from the first moment
     * @param until the first moment that is too late
     */
    record DateBound(Instant from, Instant until) {
        private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
        private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

        static DateBound of(String value) {
            String prefix = value.matches("[a-z]{2}.*") ? value.substring(0, 2) : "eq";
            String written = value.matches("[a-z]{2}.*") ? value.substring(2) : value;
            try {
                var date = new org.hl7.fhir.r4.model.DateTimeType(written);
                Instant first = date.getValue().toInstant();
                var end = date.copy();
                end.add(date.getPrecision().getCalendarConstant(), 1);
                Instant after = end.getValue().toInstant();
                return switch (prefix) {
                    case "eq" -> new DateBound(first, after);
                    case "ge" -> new DateBound(first, LATEST);
                    case "gt" -> new DateBound(after, LATEST);
                    case "le" -> new DateBound(EARLIEST, after);
                    case "lt" -> new DateBound(EARLIEST, first);
                    default -> throw new IllegalArgumentException(prefix);
                };
            } catch (RuntimeException unreadable) {
                throw new RefusedException(
                        Problem.PARAMETER_INVALID,
                        "",
                        words(
                                "Parameter {0} {1}",
                                "date", words("is a date with eq, ge, gt, le, lt or nothing before it")));
            }
        }
    }
}
