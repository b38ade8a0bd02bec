package nl.wally.fhir;

import java.util.List;
import java.util.stream.Stream;

/** Where the database keeps something of a person, in the order in which it can be taken away. */
final class PersonalTables {
    /** What may belong to a person; people who work here and their organisations are never erased with one. */
    static final List<String> TYPES = List.of(
            "Patient",
            "RelatedPerson",
            "Consent",
            "ServiceRequest",
            "Task",
            "CommunicationRequest",
            "Communication",
            "QuestionnaireResponse",
            "Provenance");

    /** A resource of such a type that belongs to no referral but the named ones. */
    private static final String THEIRS = """
            %1$s.res_type in ('""" + String.join("', '", TYPES) + """
            ') and not exists (select from referral_member o where o.referral <> all (?) and o.resource =
                case when %1$s.fhir_id ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then %1$s.fhir_id::uuid end)
            """;

    /**
     * Everything that belongs to these referrals and to no other one, the person when named, and whatever of the same kind
     * points to any of it. Parameters: the referrals, the same, the id of the person or null, the referrals twice more.
     */
    static final String FILE = """
            with recursive file as (
                (select h.res_id, h.res_type, h.fhir_id from referral_member m
                    join hfj_resource h on h.fhir_id = m.resource::text and h.res_type = m.type
                    where m.referral = any (?) and %s
                union select h.res_id, h.res_type, h.fhir_id from hfj_resource h
                    where h.fhir_id = ? and h.res_type = 'Patient' and %s)
                union select s.res_id, s.res_type, s.fhir_id from file f
                    join hfj_res_link l on l.target_resource_id = f.res_id
                    join hfj_resource s on s.res_id = l.src_resource_id
                    where %s)
            select res_id, res_type, fhir_id from file order by res_type, fhir_id
            """.formatted(THEIRS.formatted("h"), THEIRS.formatted("h"), THEIRS.formatted("s"));

    /** These resources and what was recorded of how they came about. Parameter: their ids. */
    static final String PARTS = """
            with recursive file as (
                select res_id, res_type, fhir_id from hfj_resource where fhir_id = any (?)
                union select s.res_id, s.res_type, s.fhir_id from file f
                    join hfj_res_link l on l.target_resource_id = f.res_id
                    join hfj_resource s on s.res_id = l.src_resource_id where s.res_type = 'Provenance')
            select res_id, res_type, fhir_id from file
            """;

    /** Table and column that hold HAPI's own number of a resource. A test holds them against the foreign keys there are. */
    static final List<String> BY_KEY = List.of(
            "hfj_history_tag.res_id",
            "hfj_res_tag.res_id",
            "hfj_res_ver_prov.res_pid",
            "hfj_res_param_present.res_id",
            "hfj_idx_cmb_tok_nu.res_id",
            "hfj_idx_cmp_string_uniq.res_id",
            "hfj_spidx_coords.res_id",
            "hfj_spidx_date.res_id",
            "hfj_spidx_number.res_id",
            "hfj_spidx_quantity.res_id",
            "hfj_spidx_quantity_nrml.res_id",
            "hfj_spidx_string.res_id",
            "hfj_spidx_token.res_id",
            "hfj_spidx_uri.res_id",
            "hfj_res_link.src_resource_id",
            "hfj_res_link.target_resource_id",
            "hfj_res_search_url.res_id",
            "hfj_forced_id.resource_pid",
            "hfj_subscription_stats.res_id",
            "hfj_search_result.resource_pid",
            "hfj_res_ver.res_id",
            "hfj_resource.res_id");

    /**
     * The same with the id of a resource, as text. Events come before messages: whoever makes messages of an event holds its
     * row until they are there.
     */
    private static final List<String> BY_ID = List.of(
            "hfj_res_identifier_pt_uniq.fhir_id",
            "hfj_resource_modified.res_id",
            "hfj_binary_storage_blob.resource_id",
            "event.resource",
            "outbox_message.resource");

    /** The server's own, with the id as a UUID. */
    private static final List<String> OWN =
            List.of("simulation.task", "promise.task", "referral_fact.task", "referral_member.resource");

    private PersonalTables() {}

    /** One deletion for each place. */
    static List<Deletion> deletions() {
        return Stream.of(of(BY_KEY, "bigint"), of(BY_ID, "text"), of(OWN, "uuid"))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Deletion> of(List<String> places, String type) {
        return places.stream()
                .map(place -> place.split("\\."))
                .map(parts -> new Deletion(
                        parts[0],
                        "delete from " + parts[0] + " where " + parts[1] + " = any (?::" + type + "[])",
                        type.equals("bigint")))
                .toList();
    }

    /**
     * Takes away all rows of some resources.
     *
     * @param byKey whether the parameter is an array of HAPI's numbers, and not of ids
     */
    record Deletion(String table, String sql, boolean byKey) {}
}
