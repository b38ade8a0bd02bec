package nl.wally.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import nl.wally.Messages;
import nl.wally.ReferralLife;
import nl.wally.ops.PostgresServer;
import nl.wally.workflow.Guard;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The drill of {@code docs/operations.md}, with the very scripts: a base backup while people work, everything killed, and the
 * database made anew elsewhere. Once as far as the backup goes, once up to a moment that was promised; a server goes on from there.
 */
class RestoreDrillIT {
    private static final String GP = "his-demo-1";
    private static final String WALLY = "wally-demo-1";

    @TempDir
    private static Path folder;

    private final Ledger ledger = new Ledger();

    @Test
    void bringsBackEverythingThatWasAcknowledged() throws Exception {
        BackupScripts backup = new BackupScripts(folder);
        Path lost = folder.resolve("lost");
        prepare(lost, backup);
        ReferralLife erased;
        Instant promised;
        Instant archived;
        try (TrialServer server = TrialServer.on(lost)) {
            erased = rejected(server);
            Load load = new Load(server.client(), ledger);
            eventually(() -> ledger.size() > 10);
            baseBackup(lost, backup);
            int before = ledger.size();
            eventually(() -> ledger.size() > before + 10);
            promised = Instant.now();
            erase(server, erased);
            eventually(() -> ledger.size() > before + 20);
            archived = awaitArchived(server.database());
            keepNewest(lost, backup);
            server.kill();
            load.stop();
            assertThat(load.refused()).isEmpty();
        }
        assertThat(backup.withPrivateKey("verify-backup").said()).startsWith("Right: ");
        asFarAsItGoes(backup, archived);
        upToThePromise(backup, promised, erased);
    }

    /** Archiving is switched on as docs/operations.md says; a piece of the log is archived after two seconds instead of sixty. */
    private static void prepare(Path data, BackupScripts backup) throws Exception {
        try (PostgresServer alone = TrialServer.databaseAlone(data)) {
            alone.ensureDatabase("wally");
            JdbcTemplate database = TrialServer.database(data, "postgres");
            database.execute("alter system set archive_mode = on");
            database.execute("alter system set archive_timeout = '2s'");
            database.execute("alter system set archive_command = '"
                    + backup.archiveCommand().replace("'", "''") + "'");
        }
    }

    private static void baseBackup(Path data, BackupScripts backup) throws Exception {
        Map<String, String> settings = connection(data);
        settings.put("PGDATA", data.resolve("cluster").toString());
        settings.put("BACKUP_ALSO", data.resolve("password") + " " + data.resolve("audit.key"));
        String said = backup.run("base-backup", settings);
        assertThat(said).contains("Base backup 2");
    }

    private static Map<String, String> connection(Path data) throws Exception {
        return new HashMap<>(Map.of(
                "PGHOST",
                "127.0.0.1",
                "PGPORT",
                TrialServer.port(data),
                "PGUSER",
                "postgres",
                "PGPASSWORD",
                TrialServer.password(data)));
    }

    private static void keepNewest(Path data, BackupScripts backup) throws Exception {
        backup.run(
                "keep-newest",
                Map.of("BACKUP_NEWEST", data.resolve("erasures.jsonl") + " " + data.resolve("audit.anchor")));
    }

    /** One that has ended, so that the person can be erased. */
    private static ReferralLife rejected(TrialServer server) {
        ReferralLife life = ReferralLife.begin(server.client(), GP, Messages.referral(1));
        for (TaskStatus step : List.of(TaskStatus.RECEIVED, TaskStatus.REJECTED)) {
            var answer = life.step(
                    WALLY, step, step == TaskStatus.REJECTED ? Set.of(Guard.G_REASON, Guard.G_FEEDBACK) : Set.of());
            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        }
        return life;
    }

    private static void erase(TrialServer server, ReferralLife life) {
        Parameters asked = new Parameters();
        asked.addParameter().setName("ground").setValue(new CodeType("not-needed"));
        var answer = server.client().post("privacy-demo", "/" + life.reference(Patient.class) + "/$erase", asked);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    /** The moment up to which everything is in the backup by now, without anybody asking for it. */
    private static Instant awaitArchived(JdbcTemplate database) throws Exception {
        Instant moment = Instant.now();
        String written = database.queryForObject("select pg_walfile_name(pg_current_wal_lsn())", String.class);
        eventually(() -> Boolean.TRUE.equals(database.queryForObject(
                "select last_archived_wal >= ? and last_archived_wal !~ '[.]' from pg_stat_archiver",
                Boolean.class,
                written)));
        return moment;
    }

    private void asFarAsItGoes(BackupScripts backup, Instant archived) throws Exception {
        Path newest = restore(backup, "newest");
        try (PostgresServer alone = TrialServer.databaseAlone(newest)) {
            alone.ensureDatabase("wally");
            new Restored(TrialServer.database(newest, PostgresServer.USER), ledger).assertHolds(archived);
            backup.run("end-restore", connection(newest));
        }
    }

    private void upToThePromise(BackupScripts backup, Instant promised, ReferralLife erased) throws Exception {
        Path data = restore(backup, "promised", promised.toString());
        try (PostgresServer alone = TrialServer.databaseAlone(data)) {
            alone.ensureDatabase("wally");
            JdbcTemplate database = TrialServer.database(data, PostgresServer.USER);
            new Restored(database, ledger).assertHolds(promised);
            assertThat(TrialServer.auditHolds(data))
                    .as("the anchor is of later: the end is cut off")
                    .isFalse();
            cutAnchor(data, database);
            assertThat(TrialServer.auditHolds(data)).isTrue();
        }
        goOn(data, erased);
    }

    /** Leaves in the anchor what stood there when the database was as it is now. */
    private static void cutAnchor(Path data, JdbcTemplate database) throws Exception {
        Long last = database.queryForObject("select max(number) from audit_seal", Long.class);
        Path anchor = data.resolve("audit.anchor");
        List<String> lines = Files.readAllLines(anchor).stream()
                .filter(line -> !line.isEmpty() && Long.parseLong(line.split(" ")[0]) <= last)
                .toList();
        Files.write(anchor, lines);
    }

    /** With a server, as if nothing had happened; the anchor is put away first, as docs/operations.md says. */
    private static void goOn(Path data, ReferralLife erased) throws Exception {
        Files.move(data.resolve("audit.anchor"), data.resolve("audit.anchor.before"));
        try (TrialServer server = TrialServer.on(data)) {
            assertThat(server.client()
                            .get(WALLY, "/" + erased.reference(Task.class))
                            .status())
                    .as("what was erased later is erased again")
                    .isIn(404, 410);
            ReferralLife next = ReferralLife.begin(server.client(), GP, Messages.referral(1));
            assertThat(next.step(WALLY, TaskStatus.RECEIVED, Set.of()).status()).isEqualTo(200);
            eventually(() -> Boolean.TRUE.equals(server.database()
                    .queryForObject(
                            "select not exists (select from event) and not exists (select from outbox_receiver"
                                    + " where due < now() - interval '5s')",
                            Boolean.class)));
            eventually(() -> TrialServer.auditHolds(data));
        }
    }

    /** The files beside the database are put where the settings name them, as docs/operations.md says. */
    private static Path restore(BackupScripts backup, String name, String... until) throws Exception {
        Path data = folder.resolve(name);
        String[] arguments =
                Stream.concat(Stream.of(data.toString()), Stream.of(until)).toArray(String[]::new);
        var outcome = backup.withPrivateKey("restore", arguments);
        assertThat(outcome.status()).as(outcome.said()).isZero();
        String before = folder.resolve("lost").toString().substring(1);
        for (String file : List.of("also/%s/password", "also/%s/audit.key", "newest/%s/erasures.jsonl")) {
            Path restored = data.resolve(file.formatted(before));
            Files.move(restored, data.resolve(restored.getFileName()));
        }
        Files.move(data.resolve("newest/" + before + "/audit.anchor"), data.resolve("audit.anchor"));
        return data;
    }

    private static void eventually(Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!condition.call()) {
            assertThat(System.nanoTime()).as("it takes too long").isLessThan(end);
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }
}
