package nl.wally.upgrade;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.regex.Pattern;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** What {@code pg_dump} wrote as plain SQL, read in by the driver: where tests run there need be no psql. */
final class PlainDump {
    private static final Pattern COPY = Pattern.compile("COPY .* FROM stdin;");

    private final Connection connection;
    private final StringBuilder statements = new StringBuilder();

    PlainDump(Connection connection) {
        this.connection = connection;
    }

    void restore(BufferedReader dump) throws IOException, SQLException {
        for (String line = dump.readLine(); line != null; line = dump.readLine()) {
            if (COPY.matcher(line).matches()) {
                flush();
                copy(line, dump);
            } else if (!line.startsWith("\\")) {
                // A line with a backslash is for psql.
                statements.append(line).append('\n');
            }
        }
        flush();
    }

    private void flush() throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(statements.toString());
        }
        statements.setLength(0);
    }

    private void copy(String command, BufferedReader dump) throws IOException, SQLException {
        CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(command);
        for (String line = dump.readLine(); !"\\.".equals(line); line = dump.readLine()) {
            byte[] row = (line + "\n").getBytes(StandardCharsets.UTF_8);
            copy.writeToCopy(row, 0, row.length);
        }
        copy.endCopy();
    }
}
