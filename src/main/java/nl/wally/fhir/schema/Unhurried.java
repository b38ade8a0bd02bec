package nl.wally.fhir.schema;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Its connections wait for an answer as long as it takes: to change a large table may take minutes. */
final class Unhurried extends DelegatingDataSource {
    Unhurried(DataSource ofTheServer) {
        super(ofTheServer);
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = super.getConnection();
        connection.setNetworkTimeout(Runnable::run, 0);
        return connection;
    }
}
