package nl.wally.fhir.schema;

import java.util.concurrent.CountDownLatch;
import javax.sql.DataSource;
import nl.wally.TestPostgres.Database;

/** A server that is going to be killed before the statement of a given number of its first migration. */
final class MigrationChild {
    private MigrationChild() {}

    public static void main(String[] arguments) {
        Database database = new Database(arguments[0], arguments[1], arguments[2]);
        StatementCount count = new StatementCount(Integer.parseInt(arguments[3]), MigrationChild::waitForTheEnd);
        try (var pool = database.pool()) {
            DataSource counted = count.over(pool);
            new SchemaMigration(counted, SchemaMigrationIT.OWN).migrate();
        }
    }

    private static void waitForTheEnd() {
        System.out.println("\nwaiting");
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
