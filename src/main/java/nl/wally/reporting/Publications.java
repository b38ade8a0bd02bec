package nl.wally.reporting;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What was published: the tables {@code published_quarter} and {@code published_group}. Nothing in them is changed. */
@Component
class Publications {
    private final JdbcTemplate jdbc;

    Publications(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The last quarter that was published. */
    Optional<Quarter> last() {
        return jdbc.queryForList("select max(quarter) from published_quarter", String.class).stream()
                .flatMap(quarter -> Quarter.read(String.valueOf(quarter)).stream())
                .findFirst();
    }

    /** Closes a quarter. */
    void close(Quarter quarter, Instant now) {
        jdbc.update("insert into published_quarter values (?, ?)", quarter.toString(), Timestamp.from(now));
    }

    /** Puts down what is published of an organisation, for instance {@code Organization/social-1}. */
    void add(Quarter quarter, String organization, Map<Breakdown, List<Group>> tables) {
        List<Object[]> rows = new ArrayList<>();
        tables.forEach((breakdown, groups) -> {
            for (Group group : groups) {
                rows.add(new Object[] {
                    quarter.toString(),
                    organization,
                    breakdown.name(),
                    rows.size(),
                    group.categories().toArray(String[]::new),
                    group.referrals()
                });
            }
        });
        jdbc.batchUpdate("insert into published_group values (?, ?, ?, ?, ?, ?)", rows);
    }

    /** How many referrals there were in each quarter of which there is something to show. */
    SortedMap<Quarter, Integer> totals(String organization) {
        SortedMap<Quarter, Integer> totals = new TreeMap<>();
        jdbc.query(
                "select quarter, sum(referrals) as referrals from published_group"
                        + " where organization = ? and breakdown = ? group by quarter",
                row -> {
                    totals.put(Quarter.read(row.getString("quarter")).orElseThrow(), row.getInt("referrals"));
                },
                organization,
                Breakdown.MONTH.name());
        return totals;
    }

    /** What is published of an organisation in this quarter; what is not shown is left out. */
    Map<Breakdown, List<Group>> of(String organization, Quarter quarter) {
        Map<Breakdown, List<Group>> tables = new EnumMap<>(Breakdown.class);
        jdbc.query(
                "select breakdown, categories, referrals from published_group"
                        + " where organization = ? and quarter = ? order by place",
                row -> {
                    Group group = new Group(
                            Arrays.asList((String[]) row.getArray("categories").getArray()), row.getInt("referrals"));
                    tables.computeIfAbsent(
                                    Breakdown.valueOf(row.getString("breakdown")), breakdown -> new ArrayList<>())
                            .add(group);
                },
                organization,
                quarter.toString());
        return tables;
    }
}
