package nl.wally.access;

import java.util.List;
import java.util.stream.Collectors;
import nl.wally.fhir.Referrals;
import nl.wally.fhir.Sight.Narrowing;
import nl.wally.fhir.Store;
import nl.wally.shared.Caller;
import nl.wally.shared.Caller.Capacity;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.Reference;
import org.springframework.stereotype.Component;

/**
 * What a search is narrowed to before the database is asked, so that it looks at no more than the conditions of a row can let
 * through. Each resource that is found is judged by the conditions themselves.
 */
@Component
class Narrowings {
    private final Store store;
    private final Referrals referrals;

    Narrowings(Store store, Referrals referrals) {
        this.store = store;
        this.referrals = referrals;
    }

    /** To what satisfies at least one of these conditions. */
    Narrowing of(Caller caller, String type, List<Condition> conditions) {
        List<Narrowing> each = conditions.stream()
                .map(condition -> of(caller, type, condition))
                .filter(narrowing -> !(narrowing instanceof Narrowing.Nothing))
                .distinct()
                .toList();
        if (each.isEmpty()) {
            return new Narrowing.Nothing();
        }
        List<Narrowing.Only> bounds = each.stream()
                .filter(Narrowing.Only.class::isInstance)
                .map(Narrowing.Only.class::cast)
                .toList();
        boolean oneParameter = bounds.size() == each.size()
                && bounds.stream().map(Narrowing.Only::parameter).distinct().count() == 1;
        return oneParameter
                ? new Narrowing.Only(
                        bounds.get(0).parameter(),
                        bounds.stream()
                                .flatMap(bound -> bound.values().stream())
                                .distinct()
                                .toList())
                : new Narrowing.None();
    }

    private Narrowing of(Caller caller, String type, Condition condition) {
        return switch (condition) {
            case NOBODY -> new Narrowing.Nothing();
            case ANY, OWN_LOG, SELF -> new Narrowing.None();
            case OWN_SUBSCRIPTION -> new Narrowing.Only("subscriber", List.of(caller.organization()));
            case MEMBER ->
                caller.capacity() == Capacity.PRACTICE
                        ? new Narrowing.Only("managing-organization", List.of(caller.organization()))
                        : new Narrowing.Only(
                                "participant",
                                List.of(
                                        caller.capacity() == Capacity.SOCIAL_WORKER
                                                ? caller.agent()
                                                : caller.organization()));
            case OWN_PATIENT, OWN_PRACTICE -> byPractice(type, List.of(caller.organization()));
            case CONCERNED, TOLD_OF_THE_END, OWNER_OR_STANDING_IN ->
                byPractice(type, referrals.practicesOf(caller.agent()));
            case MEETING ->
                byPractice(
                        type,
                        switch (caller.capacity()) {
                            case PRACTICE -> List.of(caller.organization());
                            case SOCIAL_WORKER -> practicesWith(caller.agent());
                            default -> practicesWith(caller.organization());
                        });
            case COORDINATED -> byPractice(type, practicesWith(caller.organization()));
        };
    }

    private static Narrowing byPractice(String type, List<String> practices) {
        return practices.isEmpty()
                ? new Narrowing.Nothing()
                : switch (type) {
                    // It names no practice; a search for it has to name its target, or itself.
                    case "Provenance" -> new Narrowing.None();
                    case "Patient", "Consent" -> new Narrowing.Only("organization", practices);
                    default -> new Narrowing.Only("practice", practices);
                };
    }

    /** The practices in whose team somebody, or an organisation, is or was. */
    private List<String> practicesWith(String member) {
        return store.referring(CareTeam.class, member, "CareTeam.participant.member").stream()
                .flatMap(team -> team.getManagingOrganization().stream())
                .map(Reference::getReference)
                .distinct()
                .collect(Collectors.toUnmodifiableList());
    }
}
