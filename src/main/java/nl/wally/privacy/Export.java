package nl.wally.privacy;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import nl.wally.fhir.Erasing;
import nl.wally.fhir.PersonOperation;
import nl.wally.fhir.Referral;
import nl.wally.fhir.Referrals;
import nl.wally.fhir.Sight;
import nl.wally.fhir.Store;
import nl.wally.fhir.Trail;
import nl.wally.shared.Caller;
import nl.wally.shared.Caller.Capacity;
import nl.wally.shared.Occurrence;
import nl.wally.shared.Occurrence.Kind;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;

/**
 * All that one side keeps of a person, and puts on record that it went out. For the practice: what the practice sees, no
 * more; the clarification and the words of contact attempts are the social organisation's to give. For the social
 * organisation: everything of the referrals that it coordinates, also after consent was withdrawn, for it is still kept.
 */
@Component
class Export {
    private static final Comparator<Resource> ORDER = Comparator.<Resource>comparingInt(
                    one -> PersonOperation.TYPES.indexOf(one.fhirType()))
            .thenComparing(one -> one.getMeta().getLastUpdated());

    private final PersonFiles files;
    private final Erasing erasing;
    private final Store store;
    private final Referrals referrals;
    private final Sight sight;
    private final Trail trail;

    Export(PersonFiles files, Erasing erasing, Store store, Referrals referrals, Sight sight, Trail trail) {
        this.files = files;
        this.erasing = erasing;
        this.store = store;
        this.referrals = referrals;
        this.sight = sight;
        this.trail = trail;
    }

    /**
     * The person first, then the rest by type.
     *
     * @param about the operation that asks for it
     * @throws nl.wally.shared.RefusedException when there is no such person
     */
    List<Resource> of(Caller caller, String person, String about) {
        PersonFile file = files.find(person);
        List<String> references =
                erasing.file(file.referrals().stream().map(Referral::id).toList(), person);
        Map<String, Resource> kept = store.read(references);
        List<Resource> all = references.stream()
                .filter(kept::containsKey)
                .map(kept::get)
                .sorted(ORDER)
                .toList();
        Map<String, List<Referral>> rows = referrals.of(
                all.stream().map(one -> one.getIdElement().getIdPart()).toList());
        List<Resource> shown = caller.organization().equals(file.practice())
                ? forPractice(caller, all, rows)
                : forSocialSide(caller, all, rows);
        trail.note(new Occurrence(
                Kind.EXPORT,
                about,
                caller,
                null,
                List.of(person),
                shown.stream().map(Export::version).toList()));
        return shown;
    }

    /** With the eyes of the practice, so that there is one place that says what those see. */
    private List<Resource> forPractice(Caller caller, List<Resource> all, Map<String, List<Referral>> rows) {
        var eyes = new Caller(caller.client(), caller.organization(), null, Capacity.PRACTICE);
        return sight.show(
                eyes,
                all.stream()
                        .filter(one -> sight.maySee(eyes, one, rowsOf(one, rows)))
                        .toList());
    }

    /** Of the person with the eyes of a social worker: the BSN is not theirs to give unless the settings name a law. */
    private List<Resource> forSocialSide(Caller caller, List<Resource> all, Map<String, List<Referral>> rows) {
        var eyes = new Caller(caller.client(), caller.organization(), null, Capacity.SOCIAL_WORKER);
        return all.stream()
                .filter(one -> one instanceof Patient || isCoordinated(caller, rowsOf(one, rows)))
                .map(one ->
                        one instanceof Patient ? sight.show(eyes, List.of(one)).get(0) : one)
                .toList();
    }

    private static boolean isCoordinated(Caller caller, List<Referral> rows) {
        return rows.stream().anyMatch(row -> row.coordination().equals(caller.organization()));
    }

    private static List<Referral> rowsOf(Resource one, Map<String, List<Referral>> rows) {
        return rows.getOrDefault(one.getIdElement().getIdPart(), List.of());
    }

    private static String version(Resource one) {
        return one.fhirType() + "/" + one.getIdElement().getIdPart() + "/_history/"
                + one.getMeta().getVersionId();
    }
}
