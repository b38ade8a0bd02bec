package nl.wally.access;

import java.io.IOException;
import javax.sql.DataSource;
import nl.wally.shared.Caller;
import nl.wally.shared.Caller.Capacity;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The doors of the server in a process of its own, and behind them a write that takes its time. */
@TestConfiguration(proxyBeanMethods = false)
@Import(AccessSlice.class)
class StoppingNode {
    /** Takes the address of a database, and says on which port it listens. Ends when it is told to. */
    public static void main(String[] arguments) throws IOException {
        var database = new PGSimpleDataSource();
        database.setUrl(arguments[0]);
        var server = AccessSlice.start(StoppingNode.class, database, "wally.admission.farewell=500ms");
        server.getBean(ClientRegistry.class)
                .register(new Caller("his", "Organization/practice-1", null, Capacity.PRACTICE), "demo");
        System.out.println("#port " + server.getEnvironment().getProperty("local.server.port"));
        while (System.in.read() >= 0) {
            // Until whoever started it is gone.
        }
        server.close();
    }

    @TestComponent
    @RestController
    static class Slow {
        private final JdbcClient jdbc;

        Slow(DataSource database) {
            jdbc = JdbcClient.create(database);
        }

        @PostMapping("/fhir/slow")
        String keep(@RequestParam String id) {
            jdbc.sql("insert into kept select ? from pg_sleep(0.1)").param(id).update();
            return "kept";
        }
    }
}
