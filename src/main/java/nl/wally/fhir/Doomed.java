package nl.wally.fhir;

import org.springframework.jdbc.core.RowMapper;

/**
 * A resource as the tables of HAPI know it.
 *
 * @param key by which the tables refer to it
 */
record Doomed(long key, String type, String id) {
    static final RowMapper<Doomed> ROW =
            (row, number) -> new Doomed(row.getLong("res_id"), row.getString("res_type"), row.getString("fhir_id"));
}
