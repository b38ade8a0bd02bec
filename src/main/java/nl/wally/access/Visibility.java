package nl.wally.access;

import static nl.wally.shared.Words.words;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.wally.fhir.Change;
import nl.wally.fhir.Criteria;
import nl.wally.fhir.Presence;
import nl.wally.fhir.Referral;
import nl.wally.fhir.Referrals;
import nl.wally.fhir.Sight;
import nl.wally.fhir.Store;
import nl.wally.shared.Caller;
import nl.wally.shared.Caller.Capacity;
import nl.wally.shared.Problem;
import nl.wally.shared.RefusedException;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Task;
import org.springframework.stereotype.Component;

/** Applies {@link SightRules} and {@link WriteRules}, and narrows searches to what they can let through. */
@Component
class Visibility implements Sight {
    private final Store store;
    private final Referrals referrals;

    private final Presence presence;

    Visibility(Store store, Referrals referrals, Presence presence) {
        this.store = store;
        this.referrals = referrals;
        this.presence = presence;
    }

    @Override
    public boolean maySee(Caller caller, Resource resource, List<Referral> referrals) {
        return resource instanceof QuestionnaireResponse
                ? ClarificationSightRules.maySee(caller, referrals, presence)
                : SightRules.maySee(caller, resource, referrals);
    }

    @Override
    public List<Resource> show(Caller caller, List<Resource> resources) {
        Set<String> withdrawn = caller.capacity() == Capacity.COORDINATOR ? withdrawn(resources) : Set.of();
        return resources.stream()
                .map(resource -> resource instanceof Task task
                                && withdrawn.contains(task.getIdElement().getIdPart())
                        ? MaskRules.withoutStory(task)
                        : MaskRules.show(caller, resource))
                .toList();
    }

    /** The ids of those Tasks of which the person no longer permits that the social side knows. */
    private Set<String> withdrawn(List<Resource> resources) {
        List<String> tasks = resources.stream()
                .filter(Task.class::isInstance)
                .map(task -> task.getIdElement().getIdPart())
                .distinct()
                .toList();
        return referrals.of(tasks).entrySet().stream()
                .filter(rows -> rows.getValue().stream().anyMatch(Referral::withdrawn))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public boolean mayFind(Caller caller, Resource resource, Collection<String> parameters) {
        return MaskRules.mayFind(caller, resource, parameters);
    }

    @Override
    public void authorise(Caller caller, Change change) {
        var act = change.before() == null ? WriteRules.Act.CREATE : WriteRules.Act.UPDATE;
        if (!WriteRules.mayWrite(caller.capacity(), change.type(), act)) {
            throw new RefusedException(
                    Problem.FORBIDDEN,
                    change.type(),
                    act == WriteRules.Act.CREATE
                            ? words("This caller may not create a {0}: refer to what is registered here", change.type())
                            : words(
                                    "This caller may not change a {0}: refer to what is registered here",
                                    change.type()));
        }
        // Before any patch: whether it applies would tell what is behind the mask.
        if (change.before() != null && MaskRules.isMasked(caller, change.before())) {
            throw new RefusedException(
                    Problem.FORBIDDEN,
                    change.type(),
                    words("What this caller sees in part (SUBSETTED) it cannot change"));
        }
    }

    @Override
    public Narrowing narrow(Caller caller, String type) {
        return switch (type) {
            case "Organization", "Practitioner", "PractitionerRole", "HealthcareService" -> new Narrowing.None();
            // It names no practice; a search for it has to name its target, or itself.
            case "Provenance" -> new Narrowing.None();
            case "CareTeam" ->
                switch (caller.capacity()) {
                    case PRACTICE -> only("managing-organization", caller.organization());
                    case SOCIAL_WORKER -> only("participant", caller.agent());
                    case COORDINATOR -> only("participant", caller.organization());
                    case SYSTEM -> new Narrowing.None();
                    case PRIVACY_OFFICER, OPERATOR -> new Narrowing.Nothing();
                };
            case "Questionnaire" -> new Narrowing.None();
            case "QuestionnaireResponse" ->
                switch (caller.capacity()) {
                    case SOCIAL_WORKER, SYSTEM -> byPractice(caller, "practice");
                    default -> new Narrowing.Nothing();
                };
            case "Patient", "Consent" -> byPractice(caller, "organization");
            default -> byPractice(caller, "practice");
        };
    }

    private Narrowing byPractice(Caller caller, String parameter) {
        return switch (caller.capacity()) {
            case PRACTICE -> only(parameter, caller.organization());
            case SOCIAL_WORKER -> anyOf(referrals.practicesOf(caller.agent()), parameter);
            case COORDINATOR -> coordinated(caller.organization(), parameter);
            case SYSTEM -> new Narrowing.None();
            case PRIVACY_OFFICER, OPERATOR -> new Narrowing.Nothing();
        };
    }

    /** The practices in whose team an organisation is or was. */
    private Narrowing coordinated(String organization, String parameter) {
        var criteria = Criteria.reference("participant", organization);
        List<String> practices = store.find(CareTeam.class, criteria).stream()
                .flatMap(team -> team.getManagingOrganization().stream())
                .map(Reference::getReference)
                .distinct()
                .toList();
        return anyOf(practices, parameter);
    }

    private static Narrowing anyOf(List<String> practices, String parameter) {
        return practices.isEmpty() ? new Narrowing.Nothing() : new Narrowing.Only(parameter, practices);
    }

    private static Narrowing only(String parameter, String value) {
        return new Narrowing.Only(parameter, List.of(value));
    }
}
