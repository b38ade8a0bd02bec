package nl.wally.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import nl.wally.FhirClient;
import nl.wally.Messages;
import nl.wally.ReferralLife;
import nl.wally.TestPostgres;
import nl.wally.TestPostgres.Database;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * This server is started on what each older release left behind: everything is as it was, and the story goes on. Part of
 * {@code mvn -Pupgrade verify}.
 */
@EnabledIfSystemProperty(named = "wally.upgrade", matches = "true", disabledReason = "mvn -Pupgrade verify")
class UpgradeIT {
    /** What a start writes: the migrations, and HAPI's note of when it looked at them. */
    private static final Set<String> WRITTEN_AT_A_START = Set.of("wally_migration", "FLY_HFJ_MIGRATION");

    @TempDir
    private Path folder;

    static List<KeptRelease> releases() throws Exception {
        return KeptRelease.all();
    }

    @ParameterizedTest
    @MethodSource("releases")
    void goesOnWhereAnOlderReleaseLeftOff(KeptRelease release) throws Exception {
        Database database = TestPostgres.freshDatabase();
        release.restoreInto(database);
        release.copyFiles(folder);
        try (var pool = database.pool()) {
            JdbcTemplate jdbc = new JdbcTemplate(pool);
            TableRows before = TableRows.of(jdbc);
            try (UpgradedNode node = new UpgradedNode(database, folder, release.made())) {
                assertSame(before, before.again(jdbc));
                assertTellsTheSame(node.client(), release.told());
                assertStillSignedIn(node.client().base(), release.session());
                goOn(node.client(), release.told());
                assertThat(node.auditHolds()).isTrue();
            }
        }
    }

    private static void assertSame(TableRows before, TableRows after) {
        for (String table : before.rows().keySet()) {
            if (!WRITTEN_AT_A_START.contains(table)) {
                assertThat(after.rows().get(table))
                        .as(table)
                        .isEqualTo(before.rows().get(table));
            }
        }
    }

    private static void assertTellsTheSame(FhirClient server, List<Told> told) {
        assertThat(told).hasSizeGreaterThan(100);
        for (Told before : told) {
            assertThat(Told.by(server, before.client(), before.path())).isEqualTo(before);
        }
    }

    private static void assertStillSignedIn(URI server, String cookie) throws Exception {
        var page = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(server.resolve("/me"))
                                .header("Cookie", cookie)
                                .build(),
                        BodyHandlers.ofString());
        assertThat(page.statusCode()).as("still signed in").isEqualTo(200);
    }

    /** A referral of the older release takes a step, and a new one comes. */
    private static void goOn(FhirClient server, List<Told> told) {
        String requested = told.stream()
                .filter(line -> line.client().equals(Chronicle.WALLY))
                .filter(line -> line.path().matches("/Task/[^/]+") && line.status() == 200)
                .filter(line -> line.body().path("status").asText().equals("requested")
                        && !line.body().has("partOf"))
                .map(line -> line.path().substring(1))
                .findFirst()
                .orElseThrow();
        Task task = server.read(Chronicle.WALLY, requested, Task.class);
        assertThat(server.put(Chronicle.WALLY, task.setStatus(TaskStatus.ACCEPTED))
                        .status())
                .isEqualTo(200);
        ReferralLife next = ReferralLife.begin(server, Chronicle.GP, Messages.referral(1));
        assertThat(next.step(Chronicle.WALLY, TaskStatus.RECEIVED, Set.of()).status())
                .isEqualTo(200);
    }
}
