package nl.wally.privacy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/** All rows of the database that belong to the referrals of one person, found without the code that erases them. */
final class FileRows {
    private static final String MEMBERS = "select m.resource::text from referral_member m where m.referral in"
            + " (select referral from referral_member where resource = ?::uuid) union select ?";

    private final JdbcTemplate jdbc;

    FileRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** As text, with the table in front. */
    List<String> of(String person) {
        List<String> rows = new ArrayList<>();
        asJson(person).forEach((table, found) -> found.forEach(row -> rows.add(table + " " + row)));
        return rows;
    }

    /** As JSON objects by table, those first that others refer to: from these they can be restored. */
    Map<String, List<String>> asJson(String person) {
        String id = person.replace("Patient/", "");
        String[] members = jdbc.queryForList(MEMBERS, String.class, id, id).toArray(String[]::new);
        Map<String, List<String>> found = new LinkedHashMap<>();
        find(found, "hfj_resource", "fhir_id = any (?)", members);
        String mine = " in (select res_id from hfj_resource where fhir_id = any (?))";
        find(found, "hfj_res_ver", "res_id" + mine, members);
        for (Map<String, Object> place : jdbc.queryForList(
                "select table_name, column_name from information_schema.columns where table_schema = 'public'"
                        + " and table_name ~ '^hfj_(spidx|res_link|res_tag|idx|res_ver_prov|res_search_url|history)'"
                        + " and column_name in ('res_id', 'res_pid', 'src_resource_id') order by 1")) {
            find(found, (String) place.get("table_name"), place.get("column_name") + mine, members);
        }
        find(found, "referral", "id in (select referral from referral_member where resource::text = any (?))", members);
        find(found, "referral_member", "resource::text = any (?)", members);
        return found;
    }

    private void find(Map<String, List<String>> found, String table, String where, String[] members) {
        List<String> rows = jdbc.queryForList(
                "select to_jsonb(t)::text from " + table + " t where " + where + " order by 1", String.class, (Object)
                        members);
        if (!rows.isEmpty()) {
            found.computeIfAbsent(table, any -> new ArrayList<>()).addAll(rows);
        }
    }
}
