package nl.wally.benchmark;

import ca.uhn.fhir.jpa.model.util.SearchParamHash;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Resource;

/**
 * A referral of which copies are made: its rows, in temporary tables {@code original_…}, and what in them is its own.
 *
 * @param keys HAPI's numbers of its resources
 * @param people those of the person
 * @param ids of its resources and of itself
 * @param names the identifiers under which it can be found
 * @param tokens which row of the index of tokens is of which name
 * @param days that stand in it, with a time
 */
record Original(
        Connection connection,
        String keys,
        String people,
        List<String> ids,
        List<Name> names,
        Map<Integer, Token> tokens,
        List<String> days) {
    /** Tables with what belongs to a referral, and which rows of them. */
    static final Map<String, String> TABLES = new LinkedHashMap<>();

    /** What HAPI finds a name by. */
    static final List<String> HASHES = List.of("hash_sys", "hash_sys_and_value", "hash_value");

    private static final String PARTS = "(select res_id from part)";
    private static final String REFERRAL = "(select referral from referral_member where resource = '%s')";
    private static final Pattern DAY = Pattern.compile("\\b\\d{4}-\\d\\d-\\d\\d(?=T)");
    private static final Pattern PLACED = Pattern.compile("(practice|gp|wally|team)-1\\b|wally-2\\b");

    static {
        TABLES.put("hfj_resource", "res_id in " + PARTS);
        TABLES.put(
                "hfj_res_ver",
                "res_id in " + PARTS
                        + " and res_ver = (select h.res_ver from hfj_resource h where h.res_id = t.res_id)");
        TABLES.put("hfj_res_link", "src_resource_id in " + PARTS);
        for (String kind : List.of("date", "string", "token", "uri")) {
            TABLES.put("hfj_spidx_" + kind, "res_id in " + PARTS);
        }
        TABLES.put("hfj_res_tag", "res_id in " + PARTS);
        TABLES.put("referral", "id = " + REFERRAL);
        TABLES.put("referral_member", "referral = " + REFERRAL);
        TABLES.put("promise", "referral = " + REFERRAL);
    }

    /** What belongs to a referral, and what points to that. */
    private static final String FIND = """
            drop table if exists part;
            create temp table part as with recursive file as (
                select h.res_id, h.fhir_id, h.res_type from referral_member m
                    join hfj_resource h on h.fhir_id = m.resource::text and h.res_type = m.type
                    where m.referral = %1$s
                union select s.res_id, s.fhir_id, s.res_type from file f
                    join hfj_res_link l on l.target_resource_id = f.res_id
                    join hfj_resource s on s.res_id = l.src_resource_id
                    where s.res_type in ('Task', 'Communication', 'CommunicationRequest', 'QuestionnaireResponse'))
            select * from file;
            """;

    /** An identifier; the server's own number is made in another way than those of others. */
    record Name(String value, boolean isNumber) {}

    /** How a name is found: with a type of resource and a system. */
    record Token(String type, String system, int name) {}

    /** Looks up the referral of this Task; nothing may be written to it meanwhile. */
    static Original of(Connection connection, String task) throws SQLException {
        String referral = REFERRAL.formatted(task);
        run(connection, FIND.formatted(referral));
        for (var table : TABLES.entrySet()) {
            run(connection, "drop table if exists original_" + table.getKey());
            run(
                    connection,
                    "create temp table original_%1$s as select (row_number() over ())::int as original, t.* from %1$s t where %2$s"
                            .formatted(table.getKey(), table.getValue().formatted(task)));
        }
        List<String> ids = strings(connection, "select fhir_id from part union all select " + referral + "::text");
        List<Resource> resources = new ArrayList<>();
        Set<String> days = new LinkedHashSet<>();
        for (String json : strings(connection, "select res_text_vc from original_hfj_res_ver")) {
            resources.add(Json.resource(json));
            DAY.matcher(json).results().map(MatchResult::group).forEach(days::add);
        }
        String number = strings(connection, "select number from referral where id = " + referral)
                .get(0);
        List<Name> names = new ArrayList<>();
        Map<Integer, Token> tokens = new LinkedHashMap<>();
        for (Resource resource : resources) {
            for (Identifier identifier : identifiers(resource)) {
                var name = new Name(identifier.getValue(), identifier.getValue().equals(number));
                if (!names.contains(name)) {
                    names.add(name);
                }
                var token = new Token(resource.fhirType(), identifier.getSystem(), names.indexOf(name));
                for (String row : strings(
                        connection,
                        "select original::text from original_hfj_spidx_token where hash_sys_and_value = "
                                + SearchParamHash.hashSearchParam(
                                        token.type, "identifier", token.system, identifier.getValue()))) {
                    tokens.put(Integer.valueOf(row), token);
                }
            }
        }
        return new Original(
                connection,
                String.join(", ", strings(connection, "select res_id::text from part")),
                String.join(", ", strings(connection, "select res_id::text from part where res_type = 'Patient'")),
                ids,
                names,
                tokens,
                List.copyOf(days));
    }

    private static List<Identifier> identifiers(Resource resource) {
        return resource.getChildByName("identifier") == null
                ? List.of()
                : resource.getChildByName("identifier").getValues().stream()
                        .filter(Identifier.class::isInstance)
                        .map(Identifier.class::cast)
                        .toList();
    }

    /** Of the table with what differs from one copy to the next. */
    String columns() {
        var columns = new StringJoiner(", ")
                .add("copy bigint")
                .add("practice int")
                .add("ago interval")
                .add("days interval");
        IntStream.range(0, ids.size()).forEach(n -> columns.add("id" + n + " text"));
        IntStream.range(0, names.size()).forEach(n -> columns.add("name" + n + " text"));
        tokens.keySet().forEach(row -> HASHES.forEach(hash -> columns.add(hash + row + " bigint")));
        IntStream.range(0, days.size()).forEach(n -> columns.add("day" + n + " text"));
        return columns.toString();
    }

    /** What HAPI's index holds of the names of a copy: three hashes for each. */
    List<Long> hashes(int practice, List<String> values) {
        return tokens.values().stream()
                .flatMap(token -> {
                    String system = token.system.replace("practice-1.", "practice-" + practice + ".");
                    String value = values.get(token.name);
                    return List.of(
                            SearchParamHash.hashSearchParam(token.type, "identifier", system),
                            SearchParamHash.hashSearchParam(token.type, "identifier", system, value),
                            SearchParamHash.hashSearchParam(token.type, "identifier", value))
                            .stream();
                })
                .toList();
    }

    /** In SQL, one of those. */
    String hashed(String own, String column) {
        return tokens.isEmpty()
                ? own
                : tokens.keySet().stream()
                        .map(row -> " when " + row + " then m." + column + row)
                        .collect(Collectors.joining("", "case t.original", " else " + own + " end"));
    }

    /** In SQL, an id of a copy in the place of one of these. */
    String renamed(String own, String type) {
        String cast = type.equals("uuid") ? "::uuid" : "";
        return IntStream.range(0, ids.size())
                .mapToObj(n -> " when '" + ids.get(n) + "' then m.id" + n + cast)
                .collect(Collectors.joining("", "case " + own + "::text", " else " + own + " end"));
    }

    /** What is written otherwise in a copy, and the column that says how. */
    Map<String, String> replacements() {
        Map<String, String> all = new LinkedHashMap<>();
        IntStream.range(0, ids.size()).forEach(n -> all.put(ids.get(n), "id" + n));
        IntStream.range(0, names.size()).forEach(n -> all.put(names.get(n).value, "name" + n));
        IntStream.range(0, days.size()).forEach(n -> all.put(days.get(n), "day" + n));
        return all;
    }

    /** What stands in a column, row by row. */
    List<String> texts(String table, String column) throws SQLException {
        return strings(
                connection, "select coalesce(" + column + "::text, '') from original_" + table + " order by original");
    }

    static boolean isPlaced(String text) {
        return PLACED.matcher(text).find();
    }

    /** The text with the numbers of this practice, and with the next Wally as substitute. */
    static String placed(String text, int practice, int practices) {
        return PLACED.matcher(text)
                .replaceAll(found -> found.group(1) == null
                        ? "wally-" + (practice % practices + 1)
                        : found.group(1) + "-" + practice);
    }

    static List<String> strings(Connection connection, String sql) throws SQLException {
        List<String> found = new ArrayList<>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
