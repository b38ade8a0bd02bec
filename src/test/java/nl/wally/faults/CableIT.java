package nl.wally.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.SocketTimeoutException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import nl.wally.TestPostgres;
import nl.wally.TestPostgres.Database;
import nl.wally.faults.Cable.Accident;
import nl.wally.faults.Cable.Moment;
import nl.wally.faults.Cable.Way;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The cable breaks where it is told to, and carries everything otherwise. */
class CableIT {
    private static final String IMPATIENT = "?socketTimeout=1";

    private static Database database;
    private static Connection direct;
    private static Cable cable;

    @BeforeAll
    static void lay() throws Exception {
        database = TestPostgres.freshDatabase();
        direct = DriverManager.getConnection(database.url(), database.user(), database.password());
        execute(direct, "create table written (number int primary key)");
        cable = new Cable(database);
    }

    @AfterAll
    static void remove() throws Exception {
        cable.close();
        direct.close();
    }

    @BeforeEach
    void mend() throws Exception {
        cable.mend();
        execute(direct, "truncate written");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?preferQueryMode=simple", "?prepareThreshold=0"})
    void carriesEverything(String mode) throws Exception {
        try (Connection connection = connect(mode)) {
            assertThat(number(connection, "select length(repeat('wally', 100000))"))
                    .isEqualTo(500_000);
            assertThat(number(connection, "select count(*) from generate_series(1, 20000)"))
                    .isEqualTo(20_000);
            for (int index = 0; index < 20; index++) {
                write(connection, index);
            }
        }
        assertThat(written()).isEqualTo(20);
    }

    @Test
    void cutsWhatIsThereAndCarriesWhatIsNew() throws Exception {
        try (Connection connection = connect("")) {
            cable.cut();
            assertThatThrownBy(() -> write(connection, 1)).isInstanceOf(SQLException.class);
        }
        try (Connection connection = connect("")) {
            write(connection, 2);
        }
        assertThat(written()).isEqualTo(1);
    }

    @Test
    void refusesUntilMended() throws Exception {
        cable.refuse();
        assertThatThrownBy(() -> connect("")).hasMessageContaining("refused");
        cable.mend();
        try (Connection connection = connect("")) {
            write(connection, 1);
        }
    }

    @Test
    void letsEverythingVanish() throws Exception {
        try (Connection connection = connect(IMPATIENT)) {
            cable.blackHole();
            assertThatThrownBy(() -> write(connection, 1)).hasRootCauseInstanceOf(SocketTimeoutException.class);
        }
        assertThat(written()).isZero();
        cable.mend();
        try (Connection connection = connect(IMPATIENT)) {
            write(connection, 2);
        }
    }

    @Test
    void letsTheAnswersVanish() throws Exception {
        try (Connection connection = connect(IMPATIENT)) {
            connection.setAutoCommit(true);
            cable.blackHole(Way.TO_SERVER);
            assertThatThrownBy(() -> execute(connection, "insert into written values (1)"))
                    .hasRootCauseInstanceOf(SocketTimeoutException.class);
        }
        assertThat(written()).isEqualTo(1);
    }

    @Test
    void delays() throws Exception {
        try (Connection connection = connect("")) {
            cable.delay(Duration.ofMillis(50));
            long start = System.nanoTime();
            number(connection, "select 1");
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(100));
        }
    }

    /** The first COMMIT of a connection is prepared, later ones are only bound. */
    @ParameterizedTest
    @CsvSource({
        "'', 0, CUT",
        "'', 7, CUT",
        "preferQueryMode=simple, 0, CUT",
        "prepareThreshold=0, 3, CUT",
        "socketTimeout=1, 7, SILENCE"
    })
    void breaksInTheMiddleOfACommit(String mode, int earlier, Accident accident) throws Exception {
        for (Moment moment : Moment.values()) {
            execute(direct, "truncate written");
            int before = cable.accidents();
            try (Connection connection = connect("?" + mode)) {
                for (int index = 1; index <= earlier; index++) {
                    write(connection, index);
                }
                cable.atCommit(moment, accident);
                assertThatThrownBy(() -> write(connection, 0)).isInstanceOf(SQLException.class);
            }
            // In a silence the database does not know yet, and would keep its locks.
            cable.cut();
            assertThat(cable.accidents()).isEqualTo(before + 1);
            assertThat(written()).isEqualTo(moment == Moment.BEFORE_THE_ANSWER ? earlier + 1 : earlier);
        }
    }

    @Test
    void waitsForTheTransactionThatItIsMeantFor() throws Exception {
        try (Connection connection = connect("")) {
            cable.atCommit(Moment.BEFORE_IT_ARRIVES, Accident.CUT, "INSERT into written");
            number(connection, "select 1");
            connection.commit();
            execute(connection, "insert into written values (1)");
            connection.rollback();
            number(connection, "select 2");
            connection.commit();
            assertThatThrownBy(() -> write(connection, 1)).isInstanceOf(SQLException.class);
        }
        assertThat(written()).isZero();
    }

    /** The database goes on waiting for a transaction of which it has heard everything but the end. */
    @Test
    void theDatabaseIsNotToldOfASilence() throws Exception {
        try (Connection connection = connect(IMPATIENT)) {
            cable.atCommit(Moment.BEFORE_IT_ARRIVES, Accident.SILENCE);
            assertThatThrownBy(() -> write(connection, 1)).isInstanceOf(SQLException.class);
        }
        String waiting = "select count(*) from pg_stat_activity where datname = current_database()"
                + " and state = 'idle in transaction'";
        // Those of other tests may not have noticed yet that they were cut.
        await().until(() -> number(direct, waiting) == 1);
        cable.cut();
        await().until(() -> number(direct, waiting) == 0);
    }

    private static Connection connect(String mode) throws SQLException {
        Database there = cable.database();
        Connection connection = DriverManager.getConnection(there.url() + mode, there.user(), there.password());
        connection.setAutoCommit(false);
        return connection;
    }

    private static void write(Connection connection, int number) throws SQLException {
        execute(connection, "insert into written values (" + number + ")");
        connection.commit();
    }

    private static int written() throws SQLException {
        return number(direct, "select count(*) from written");
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static int number(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getInt(1);
        }
    }
}
