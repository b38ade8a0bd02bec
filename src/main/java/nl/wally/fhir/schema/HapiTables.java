package nl.wally.fhir.schema;

import ca.uhn.fhir.jpa.migrate.DriverTypeEnum;
import ca.uhn.fhir.jpa.migrate.HapiMigrationException;
import ca.uhn.fhir.jpa.migrate.HapiMigrationLock;
import ca.uhn.fhir.jpa.migrate.HapiMigrator;
import ca.uhn.fhir.jpa.migrate.SchemaMigrator;
import ca.uhn.fhir.jpa.migrate.tasks.HapiFhirJpaMigrationTasks;
import ca.uhn.fhir.util.VersionEnum;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import javax.sql.DataSource;
import nl.wally.shared.StartRefusedException;

/**
 * HAPI's tables, made and upgraded by HAPI's own migrator. That migrator takes a half-made schema for a whole one, so
 * the first creation runs in one transaction: the migrator gets a connection that it cannot commit.
 */
final class HapiTables {
    private static final String HISTORY = SchemaMigrator.HAPI_FHIR_MIGRATION_TABLENAME;

    private final DataSource dataSource;

    HapiTables(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** To be called by the holder of the lock only. */
    void migrate(Connection guard) throws SQLException {
        boolean tables = SchemaMigration.ask(guard, "select to_regclass('hfj_resource') is not null");
        boolean history = SchemaMigration.ask(guard, "select to_regclass('\"" + HISTORY + "\"') is not null");
        if (tables != history) {
            throw new StartRefusedException(
                    "The database holds a part of HAPI's tables that this server did not make.",
                    "Use an empty database, or restore this one from a backup.");
        }
        if (history) {
            upgrade(guard);
        } else {
            create();
        }
    }

    private void create() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                run(new OneTransaction(connection));
                connection.commit();
                connection.setAutoCommit(true);
            } catch (RuntimeException failure) {
                undo(connection, failure);
                throw failure;
            }
        }
    }

    private static void undo(Connection connection, RuntimeException failure) {
        try {
            connection.rollback();
            connection.setAutoCommit(true);
        } catch (SQLException broken) {
            failure.addSuppressed(broken);
        }
    }

    /** A lock row seen here was left by a killed migration: living ones hold the advisory lock. */
    private void upgrade(Connection guard) throws SQLException {
        try (var statement = guard.createStatement()) {
            statement.executeUpdate(
                    "delete from \"" + HISTORY + "\" where \"installed_rank\" = " + HapiMigrationLock.LOCK_PID);
        }
        run(dataSource);
    }

    private static void run(DataSource target) {
        HapiMigrator migrator = new HapiMigrator(HISTORY, target, DriverTypeEnum.POSTGRES_9_4);
        migrator.createMigrationTableIfRequired();
        migrator.addTasks(new HapiFhirJpaMigrationTasks(Set.of()).getAllTasks(VersionEnum.values()));
        try {
            migrator.migrate();
        } catch (HapiMigrationException failure) {
            throw new StartRefusedException(
                    "HAPI's tables cannot be brought up to date: " + failure.getMessage(),
                    "Mend what it names, or restore the database from a backup; the next start goes on from there.",
                    failure);
        }
    }
}
