package nl.wally.fhir.schema;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import javax.sql.DataSource;
import nl.wally.shared.StartRefusedException;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The server's own tables, made and changed by SQL files that only ever add to what older servers need, so that nodes of two
 * releases run side by side (docs/versions.md). A newer server has changed them already? This one goes on, unless the row in
 * {@code schema_floor} says that it is too old.
 */
final class OwnTables {
    private static final Logger LOG = LoggerFactory.getLogger(OwnTables.class);

    private final Flyway flyway;

    OwnTables(DataSource dataSource, String files) {
        flyway = Flyway.configure()
                .dataSource(dataSource)
                .locations(files)
                .table("wally_migration")
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .validateMigrationNaming(true)
                // What only newer servers know. Whatever else differs from the files is refused.
                .ignoreMigrationPatterns("*:future")
                .placeholderReplacement(false)
                .load();
    }

    /** To be called by the holder of the lock only. */
    void migrate(Connection guard) throws SQLException {
        try {
            refuseIfTooOld(guard);
            flyway.migrate();
        } catch (FlywayException failure) {
            throw new StartRefusedException(
                    "The tables of this server do not match its migrations: " + failure.getMessage(),
                    "Start the release that last used this database, or restore the files in db/migration: a file"
                            + " that was applied is never edited.",
                    failure);
        }
    }

    private void refuseIfTooOld(Connection guard) throws SQLException {
        int applied = newest(flyway.info().applied());
        int known = Arrays.stream(flyway.info().all())
                .filter(migration -> migration.getState().isResolved())
                .mapToInt(OwnTables::number)
                .max()
                .orElse(0);
        if (applied <= known) {
            return;
        }
        try (var statement = guard.createStatement();
                var floor = statement.executeQuery("select migration, release from schema_floor")) {
            if (floor.next() && floor.getInt(1) > known) {
                throw new StartRefusedException(
                        "The tables of this database (migration " + applied + ") are for release " + floor.getString(2)
                                + " or newer; this server knows them up to migration " + known + ".",
                        "Start a newer release on it. To go back to this one, restore the backup from before the upgrade.");
            }
        }
        LOG.info("A newer release has added to the tables (migration {}); this one knows {}", applied, known);
    }

    private static int newest(MigrationInfo[] migrations) {
        return Arrays.stream(migrations).mapToInt(OwnTables::number).max().orElse(0);
    }

    private static int number(MigrationInfo migration) {
        return migration.getVersion() == null
                ? 0
                : migration.getVersion().getMajor().intValueExact();
    }
}
