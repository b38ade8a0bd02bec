package nl.wally.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import nl.wally.access.ClientRegistry;
import nl.wally.shared.Caller.Capacity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Who may sign in, and as whom: table {@code position}. Signing in never adds to it. */
public class Positions {
    private static final String COLUMNS = "id, issuer, subject, capacity, organization, practitioner_role";

    private final JdbcClient jdbc;
    private final TransactionOperations together;

    Positions(JdbcClient jdbc, TransactionOperations together) {
        this.jdbc = jdbc;
        this.together = together;
    }

    /**
     * Makes these, and no others, the positions of this source. One that goes takes its sessions along; one that stays
     * keeps them.
     */
    public void keep(String source, Collection<Position> positions) {
        together.executeWithoutResult(status -> {
            // Two nodes that read the same change must not both add the same line.
            jdbc.sql("lock table position in share row exclusive mode").update();
            Map<Position, Long> known = new LinkedHashMap<>();
            jdbc.sql("select " + COLUMNS + " from position where source = ?")
                    .param(source)
                    .query(row -> {
                        known.put(position(row), row.getLong("id"));
                    });
            positions.stream()
                    .distinct()
                    .filter(Predicate.not(known::containsKey))
                    .forEach(added -> add(source, added));
            known.entrySet().stream()
                    .filter(old -> !positions.contains(old.getKey()))
                    .forEach(old -> jdbc.sql("delete from position where id = ?")
                            .param(old.getValue())
                            .update());
        });
    }

    /** All that somebody may act as, by number, in the order in which the operator named them. */
    Map<Long, Position> of(Identity identity) {
        Map<Long, Position> held = new LinkedHashMap<>();
        jdbc.sql("select " + COLUMNS + " from position where issuer = ? and subject = ? order by id")
                .params(List.of(identity.issuer(), identity.subject()))
                .query(row -> {
                    held.put(row.getLong("id"), position(row));
                });
        return held;
    }

    static Position position(ResultSet row) throws SQLException {
        String code = row.getString("capacity");
        return new Position(
                new Identity(row.getString("issuer"), row.getString("subject")),
                capacity(code),
                row.getString("organization"),
                row.getString("practitioner_role"));
    }

    /**
     * The capacity that is written like this.
     *
     * @throws IllegalArgumentException when there is none
     */
    static Capacity capacity(String code) {
        return Arrays.stream(Capacity.values())
                .filter(capacity -> ClientRegistry.code(capacity).equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "capacity is practice, social-worker, coordinator, privacy-officer or operator"));
    }

    private void add(String source, Position added) {
        jdbc.sql("insert into position (source, issuer, subject, capacity, organization, practitioner_role)"
                        + " values (?, ?, ?, ?, ?, ?)")
                .params(Arrays.asList(
                        source,
                        added.identity().issuer(),
                        added.identity().subject(),
                        ClientRegistry.code(added.capacity()),
                        added.organization(),
                        added.role()))
                .update();
    }
}
