package nl.wally.fhir;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Takes resources away for good: every version, every row of every index, and what the server itself kept about them. HAPI's
 * own expunge looks at one resource at a time and leaves links that point to it, so this does it in sets, table by table.
 * All of it takes part in the transaction of the caller, who has locked the referrals.
 */
@Component
public class Erasing {
    private final JdbcTemplate jdbc;
    private final SenderKeys keys;

    Erasing(JdbcTemplate jdbc, SenderKeys keys) {
        this.jdbc = jdbc;
        this.keys = keys;
    }

    /**
     * Erases these referrals with all resources that belong to no other referral.
     *
     * @param referrals locked by the caller
     * @param person the person when all that is kept of the person goes, as {@code Patient/id}; then these are all referrals
     *     of the person
     */
    public Erased erase(Collection<UUID> referrals, @Nullable String person) {
        UUID[] ids = referrals.toArray(UUID[]::new);
        List<String> senderKeys = jdbc.query(
                "select practice, placer_system, placer_value from referral where id = any (?)",
                (row, number) -> Erased.written(keys.mac(row.getString(1), row.getString(2), row.getString(3))),
                (Object) ids);
        List<Doomed> doomed = find(ids, person);
        Map<String, Integer> rows = shred(doomed);
        // Who stays because of another referral is no longer a member of these.
        jdbc.update("delete from referral_member where referral = any (?)", (Object) ids);
        rows.put("referral", jdbc.update("delete from referral where id = any (?)", (Object) ids));
        return new Erased(counted(doomed), rows, senderKeys);
    }

    /** Erases single resources of referrals that stay. */
    public Erased erase(Collection<String> references) {
        String[] ids = references.stream().map(Erasing::idOf).toArray(String[]::new);
        List<Doomed> doomed = jdbc.query(PersonalTables.PARTS, Doomed.ROW, (Object) ids);
        return new Erased(counted(doomed), shred(doomed), List.of());
    }

    /** All resources of these referrals that belong to no other one, and of the person when named, as {@code Type/id}. */
    public List<String> file(Collection<UUID> referrals, @Nullable String person) {
        return find(referrals.toArray(UUID[]::new), person).stream()
                .map(one -> one.type() + "/" + one.id())
                .toList();
    }

    private List<Doomed> find(UUID[] referrals, @Nullable String person) {
        String id = person == null ? null : idOf(person);
        return jdbc.query(PersonalTables.FILE, Doomed.ROW, referrals, referrals, id, referrals, referrals);
    }

    private Map<String, Integer> shred(List<Doomed> doomed) {
        Long[] numbers = doomed.stream().map(Doomed::key).toArray(Long[]::new);
        String[] ids = doomed.stream().map(Doomed::id).toArray(String[]::new);
        Map<String, Integer> rows = new TreeMap<>();
        for (PersonalTables.Deletion deletion : PersonalTables.deletions()) {
            int gone = jdbc.update(deletion.sql(), (Object) (deletion.byKey() ? numbers : ids));
            if (gone > 0) {
                rows.merge(deletion.table(), gone, Integer::sum);
            }
        }
        return rows;
    }

    private static Map<String, Integer> counted(List<Doomed> doomed) {
        return doomed.stream()
                .collect(Collectors.groupingBy(Doomed::type, TreeMap::new, Collectors.summingInt(one -> 1)));
    }

    private static String idOf(String reference) {
        return reference.substring(reference.indexOf('/') + 1);
    }
}
