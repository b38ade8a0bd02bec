package nl.wally.privacy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The tables {@code erasure} and {@code erased_key}. All writes take part in the transaction of the caller. */
@Component
class Certificates {
    private static final int MOST_AT_ONCE = 100;

    private static final String SELECT = "select e.*, array(select encode(k.mac, 'hex') from erased_key k"
            + " where k.erasure = e.id order by 1) as keys from erasure e where ";

    private final JdbcTemplate jdbc;
    private final ObjectMapper json;

    Certificates(JdbcTemplate jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Keeps it; one that is here already, from before a backup was restored, stays as it is. */
    void keep(Certificate certificate) {
        jdbc.update(
                "insert into erasure (id, at, ground, client, agent, practice, coordination, person, whole, referrals,"
                        + " parts, resources, rows) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb)"
                        + " on conflict do nothing",
                certificate.id(),
                Timestamp.from(certificate.at()),
                certificate.ground(),
                certificate.client(),
                certificate.agent(),
                certificate.practice(),
                certificate.coordination().toArray(String[]::new),
                certificate.person(),
                certificate.whole(),
                certificate.referrals().toArray(UUID[]::new),
                certificate.parts().toArray(String[]::new),
                written(certificate.resources()),
                written(certificate.rows()));
        for (String key : certificate.senderKeys()) {
            jdbc.update(
                    "insert into erased_key (mac, erasure) values (?, ?) on conflict do nothing",
                    HexFormat.of().parseHex(key),
                    certificate.id());
        }
    }

    /** The newest that an organisation has a part in, at most a hundred. */
    List<Certificate> of(String organization) {
        return find("e.practice = ? or ? = any (e.coordination)", organization, organization);
    }

    /** Those of one person, the newest first. */
    List<Certificate> ofPerson(String person) {
        return find("e.person = ?", person);
    }

    /** Which of these are kept. */
    List<UUID> known(List<UUID> ids) {
        return jdbc.queryForList(
                "select id from erasure where id = any (?)", UUID.class, (Object) ids.toArray(UUID[]::new));
    }

    /** All of them, the oldest first. */
    List<Certificate> all() {
        return jdbc.query(SELECT + "true order by e.at, e.id", (row, number) -> read(row));
    }

    private List<Certificate> find(String where, Object... values) {
        return jdbc.query(
                SELECT + "(" + where + ") order by e.at desc, e.id limit " + MOST_AT_ONCE,
                (row, number) -> read(row),
                values);
    }

    private Certificate read(ResultSet row) throws SQLException {
        return new Certificate(
                row.getObject("id", UUID.class),
                row.getTimestamp("at").toInstant(),
                row.getString("ground"),
                row.getString("client"),
                row.getString("agent"),
                row.getString("practice"),
                strings(row, "coordination"),
                row.getString("person"),
                row.getBoolean("whole"),
                Arrays.asList((UUID[]) row.getArray("referrals").getArray()),
                strings(row, "parts"),
                counts(row.getString("resources")),
                counts(row.getString("rows")),
                strings(row, "keys"));
    }

    private static List<String> strings(ResultSet row, String column) throws SQLException {
        return Arrays.asList((String[]) row.getArray(column).getArray());
    }

    private Map<String, Integer> counts(String text) {
        try {
            return json.readValue(text, new TypeReference<java.util.TreeMap<String, Integer>>() {});
        } catch (JsonProcessingException foreign) {
            throw new IllegalStateException(
                    "The table erasure holds something that this server did not write", foreign);
        }
    }

    private String written(Map<String, Integer> counts) {
        try {
            return json.writeValueAsString(counts);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
