package nl.wally.ops;

import java.nio.file.Path;
import nl.wally.TestPostgres;

/** A server that is going to be killed: starts PostgreSQL on the folder given, says its process id and waits. */
final class PostgresChild {
    private PostgresChild() {}

    public static void main(String[] arguments) throws InterruptedException {
        PostgresServer server = PostgresServer.start(TestPostgres.settings(Path.of(arguments[0])));
        System.out.println("running " + server.pid());
        Thread.sleep(60_000);
        server.close();
    }
}
