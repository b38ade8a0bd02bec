package nl.wally.benchmark;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Fills a database with copies of referrals that really went their way, a hundred thousand in minutes: every row that a
 * referral of the region's first practice left in the tables of HAPI and in our own, under other ids, at every practice in
 * turn. Left out are versions before the present one, Provenance, promises, and the log. What ended is older with every
 * copy.
 */
final class Copies {
    /** Further apart than any number that the sequences give out while this runs. */
    private static final long STRIDE = 10_000_000;

    /** Tables with what belongs to a resource, and the column that says to which. */
    private static final Map<String, String> TABLES = new LinkedHashMap<>(Map.of(
            "hfj_resource", "res_id",
            "hfj_res_ver", "res_id",
            "hfj_res_link", "src_resource_id",
            "hfj_spidx_date", "res_id",
            "hfj_spidx_string", "res_id",
            "hfj_spidx_token", "res_id",
            "hfj_res_tag", "res_id"));

    private static final List<String> KEYS = List.of("res_id", "pid", "sp_id", "src_resource_id");

    private static final String PREPARE = """
            create temp table part (res_id bigint primary key, id text);
            create temp table made (copy bigint, practice int, ago interval);
            create temp table place as select p.practice, o.res_id as old, n.res_id as new
                from generate_series(1, %1$d) p (practice), hfj_resource o join hfj_resource n on n.res_type = o.res_type
                where o.fhir_id ~ '^(practice|gp|wally|team)-1$'
                and n.fhir_id = replace(o.fhir_id, '-1', '-' || p.practice)
                or o.fhir_id = 'wally-2' and n.fhir_id = 'wally-' || p.practice %% %1$d + 1;
            create unique index on place (practice, old);
            create function pg_temp.renamed(said text, copy bigint, practice int, ids text[], numbers text[]) returns text
            language plpgsql immutable as $$
            declare one text;
            begin
                foreach one in array ids loop said := replace(said, one, md5(one || copy)::uuid::text); end loop;
                foreach one in array numbers loop said := replace(said, one, one || '-' || copy); end loop;
                return replace(regexp_replace(replace(said, 'wally-2', 'wally-#'), '(practice|gp|wally|team)-1\\M',
                    '\\1-' || practice, 'g'), 'wally-#', 'wally-' || practice %% %1$d + 1);
            end $$;
            """;

    /** What belongs to a referral, and what points to that. */
    private static final String PARTS = """
            truncate part;
            with recursive file as (
                select h.res_id, h.fhir_id from referral_member m
                    join hfj_resource h on h.fhir_id = m.resource::text and h.res_type = m.type
                    where m.referral = (select referral from referral_member where resource = '%1$s')
                union select s.res_id, s.fhir_id from file f join hfj_res_link l on l.target_resource_id = f.res_id
                    join hfj_resource s on s.res_id = l.src_resource_id
                    where s.res_type in ('Task', 'Communication', 'CommunicationRequest', 'QuestionnaireResponse'))
            insert into part select * from file;
            analyze part;
            """;

    private final Connection connection;
    private final int practices;
    private long next;

    /** @param connection of a superuser, so that foreign keys can be passed over; used for nothing else */
    Copies(Connection connection, int practices) throws SQLException {
        this.connection = connection;
        this.practices = practices;
        run("set session_replication_role = replica; set synchronous_commit = off; set search_path = public");
        run(PREPARE.formatted(practices));
    }

    /**
     * Copies the referral of this Task so many times at each practice.
     *
     * @param minutes how much older each copy is than the one before
     */
    void make(String task, int each, int minutes) throws SQLException {
        run(PARTS.formatted(task));
        run(
                "truncate made; insert into made select %d + n, n %% %d + 1, n * interval '%d minutes' from generate_series(1, %d) n"
                        .formatted(next, practices, minutes, each * practices));
        run("analyze made");
        next += (long) each * practices;
        for (var table : TABLES.entrySet()) {
            copy(
                    table.getKey(),
                    "t." + table.getValue() + " in (select res_id from part)"
                            + (table.getKey().equals("hfj_res_ver")
                                    ? " and t.res_ver = (select h.res_ver from hfj_resource h where h.res_id = t.res_id)"
                                    : ""));
        }
        String referral = "(select referral from referral_member where resource = '" + task + "')";
        copy("referral", "t.id = " + referral);
        copy("referral_member", "t.referral = " + referral);
    }

    private void copy(String table, String which) throws SQLException {
        List<String> columns = new ArrayList<>();
        List<String> values = new ArrayList<>();
        try (var found = connection.getMetaData().getColumns(null, "public", table, null)) {
            while (found.next()) {
                String column = found.getString("COLUMN_NAME");
                columns.add(column);
                values.add(value(table, column, found.getString("TYPE_NAME")));
            }
        }
        boolean links = table.equals("hfj_res_link");
        run("insert into %s (%s) overriding system value select %s from %s t cross join made m %s where %s"
                .formatted(
                        table,
                        String.join(", ", columns),
                        String.join(", ", values),
                        table,
                        links
                                ? "left join place on place.practice = m.practice and place.old = t.target_resource_id"
                                : "",
                        which));
    }

    private static String value(String table, String column, String type) {
        String own = "t." + column;
        String key = own + " + m.copy * " + STRIDE;
        if (KEYS.contains(column)) {
            return key;
        }
        if (column.equals("target_resource_id")) {
            return "case when " + own + " in (select res_id from part) then " + key + " else coalesce(place.new, " + own
                    + ") end";
        }
        if (column.equals("fhir_id") || type.equals("uuid")) {
            return "md5(" + own + "::text || m.copy)::uuid" + (type.equals("uuid") ? "" : "::text");
        }
        if (type.startsWith("timestamp")) {
            return own + " - m.ago";
        }
        if (column.endsWith("_date_ordinal")) {
            return "to_char(" + own.replace("_date_ordinal", "") + " - m.ago, 'YYYYMMDD')::int";
        }
        // Each has a number of its own; that it could not be found by it matters to nobody.
        if (table.equals("hfj_spidx_token") && (column.equals("hash_sys_and_value") || column.equals("hash_value"))) {
            return "case when t.sp_name = 'identifier' then hashtextextended(" + own + "::text, m.copy) else " + own
                    + " end";
        }
        boolean said = !table.startsWith("hfj_") || column.equals("res_text_vc") || column.equals("sp_value");
        if (said && List.of("text", "varchar", "_text").contains(type)) {
            return "pg_temp.renamed(" + own + "::text, m.copy, m.practice, (select array_agg(id) from part),"
                    + " (select array[number, placer_value] from referral where id = (select referral from referral_member"
                    + " where resource::text in (select id from part) limit 1)))"
                    + (type.equals("_text") ? "::text[]" : "");
        }
        return own;
    }

    private void run(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
