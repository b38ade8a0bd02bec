package nl.wally.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import nl.wally.TestPostgres;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * What is asked of the tables of referrals touches so many of their pages as it finds rows, however many referrals have ended:
 * counted by PostgreSQL itself, so that no clock and no other work on the machine has a say in it. More with {@code
 * -Dwally.closed.referrals}.
 */
class ClosedCostIT {
    private static final int ENDED = Integer.getInteger("wally.closed.referrals", 30_000);
    private static final int OPEN = 200;

    /** A row, the index that leads to it, and the same for each of its parts. */
    private static final int PAGES_A_ROW = 8;

    /** Where indexes begin, and where the planner looks how far they reach. */
    private static final int PAGES_BESIDE = 100;

    private static final Instant NOW = Instant.now();
    private static final String PRACTICE = "Organization/practice-1";
    private static final String WALLY = "PractitionerRole/wally-1";

    private static SingleConnectionDataSource database;
    private static JdbcTemplate jdbc;

    @BeforeAll
    static void tables() {
        var fresh = TestPostgres.freshDatabase();
        database = new SingleConnectionDataSource(fresh.url(), fresh.user(), fresh.password(), true);
        Flyway.configure()
                .dataSource(fresh.url(), fresh.user(), fresh.password())
                .locations("classpath:db/migration")
                .load()
                .migrate();
        jdbc = new JdbcTemplate(database);
    }

    @AfterAll
    static void close() {
        database.destroy();
    }

    @Test
    void touchesNoMorePagesThanWhatIsFoundTakes() {
        refer(OPEN, "'requested'", "null");
        // None has had its time: what is completed is kept for two years, what was cancelled for half a year.
        refer(ENDED * 9 / 10, "'completed'", "now() - random() * interval '700 days'");
        refer(ENDED / 10, "'cancelled'", "now() - random() * interval '170 days'");
        jdbc.execute("vacuum analyze referral");
        jdbc.execute("vacuum analyze referral_member");

        assertThat(jdbc.queryForObject("select pg_relation_size('referral') / 8192", Long.class))
                .as("pages there are to go through")
                .isGreaterThan(8 * PAGES_BESIDE);
        assertThat(questions()).allSatisfy((name, question) -> {
            long before = touched();
            int rows = question.get().size();
            assertThat(touched() - before)
                    .as("pages touched for %s, which are %d", name, rows)
                    .isBetween(1L, PAGES_BESIDE + (long) PAGES_A_ROW * rows);
        });
    }

    /** What the server asks all day. */
    private static Map<String, Supplier<List<?>>> questions() {
        Clock clock = Clock.systemUTC();
        var custodies = new Custodies(jdbc, clock, new Sweeps(clock));
        var sent = new PracticeReferrals(jdbc);
        var expired = new Expired(jdbc);
        Map<String, Supplier<List<?>>> questions = new LinkedHashMap<>();
        questions.put("all that is open", custodies::ofOpen);
        questions.put("those of a practice", () -> custodies.ofPractice(PRACTICE, NOW.minus(Duration.ofHours(1))));
        questions.put("those of an owner", () -> custodies.ofOwner(WALLY));
        questions.put("those to take over", () -> custodies.openToTakeOver(WALLY));
        questions.put("a caseload", () -> custodies.caseload("Organization/social-1"));
        questions.put("those sent and open", () -> sent.open(PRACTICE, 0, 30));
        questions.put("those sent that ended last", () -> sent.ended(PRACTICE, 0, 30));
        questions.put("mistakes to erase", () -> due(expired, Set.of("entered-in-error"), 30));
        questions.put(
                "those without help to erase", () -> due(expired, Set.of("rejected", "cancelled", "failed"), 180));
        questions.put("those completed to erase", () -> due(expired, Set.of("completed"), 730));
        questions.put("clarifications to erase", () -> expired.clarifications(before(90), Expired.Place.FIRST, 50));
        return questions;
    }

    private static List<Expired.Due> due(Expired expired, Set<String> statuses, int days) {
        return expired.referrals(statuses, before(days), Expired.Place.FIRST, 50);
    }

    private static Instant before(int days) {
        return NOW.minus(Duration.ofDays(days));
    }

    private static long touched() {
        jdbc.execute("select pg_stat_force_next_flush()");
        jdbc.execute("select pg_stat_clear_snapshot()");
        Long pages = jdbc.queryForObject(
                "select sum(heap_blks_read + heap_blks_hit + coalesce(idx_blks_read + idx_blks_hit, 0))"
                        + " from pg_statio_user_tables where relname in ('referral', 'referral_member')",
                Long.class);
        return pages == null ? 0 : pages;
    }

    /** Spread over twenty practices, each with a Wally of its own and a substitute; with those parts that are asked for. */
    private static void refer(int referrals, String status, String ended) {
        jdbc.execute("""
                with made as (insert into referral
                    (id, number, practice, coordination, status, owner, recipients, placer_system, placer_value,
                    content_hash, owner_since, ended_at)
                select gen_random_uuid(), gen_random_uuid(), 'Organization/practice-' || n %% 20, 'Organization/social-1', %s,
                    'PractitionerRole/wally-' || n %% 20,
                    array['PractitionerRole/wally-' || n %% 20, 'PractitionerRole/wally-' || (n + 1) %% 20],
                    'urn:his', gen_random_uuid(), '\\x00', now(), %s
                from generate_series(1, %d) n returning id)
                insert into referral_member (resource, referral, type, position)
                select gen_random_uuid(), id, type, 0 from made, unnest(array['Task', 'Patient', 'Consent']) type""".formatted(status, ended, referrals));
    }
}
