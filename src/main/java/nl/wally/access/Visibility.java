package nl.wally.access;

import static nl.wally.shared.Words.words;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.wally.fhir.Change;
import nl.wally.fhir.Presence;
import nl.wally.fhir.Referral;
import nl.wally.fhir.Referrals;
import nl.wally.fhir.Sight;
import nl.wally.shared.Caller;
import nl.wally.shared.Caller.Capacity;
import nl.wally.shared.Problem;
import nl.wally.shared.RefusedException;
import nl.wally.shared.Words;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Task;
import org.springframework.stereotype.Component;

/** Applies {@link RightsTable} and {@link MaskRules} to whoever calls. */
@Component
class Visibility implements Sight {
    private final RightsTable rights;
    private final Narrowings narrowings;
    private final Referrals referrals;
    private final Presence presence;

    Visibility(RightsTable rights, Narrowings narrowings, Referrals referrals, Presence presence) {
        this.rights = rights;
        this.narrowings = narrowings;
        this.referrals = referrals;
        this.presence = presence;
    }

    @Override
    public boolean maySee(Caller caller, Resource resource, List<Referral> referrals) {
        return caller.capacity() == Capacity.SYSTEM || holds(caller, Interaction.READ, resource, referrals);
    }

    @Override
    public List<Resource> show(Caller caller, List<Resource> resources) {
        Set<String> withdrawn = caller.capacity() == Capacity.COORDINATOR ? withdrawn(resources) : Set.of();
        return resources.stream()
                .map(resource -> resource instanceof Task task
                                && withdrawn.contains(task.getIdElement().getIdPart())
                        ? MaskRules.withoutStory(task)
                        : MaskRules.show(shown(caller, resource), resource))
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
        return MaskRules.mayFind(shown(caller, resource), resource, parameters);
    }

    @Override
    public void authorise(Caller caller, Change change, List<Referral> referrals) {
        Resource before = change.before();
        if (before == null && !may(caller, change.type(), Interaction.CREATE.code())) {
            throw forbidden(
                    change, words("This caller may not create a {0}: refer to what is registered here", change.type()));
        }
        if (before != null && !holds(caller, Interaction.UPDATE, before, referrals)) {
            throw forbidden(
                    change, words("This caller may not change a {0}: refer to what is registered here", change.type()));
        }
        // Before any patch: whether it applies would tell what is behind the mask.
        if (before != null && MaskRules.isMasked(shown(caller, before), before)) {
            throw forbidden(change, words("What this caller sees in part (SUBSETTED) it cannot change"));
        }
    }

    private static RefusedException forbidden(Change change, Words explanation) {
        return new RefusedException(Problem.FORBIDDEN, change.type(), explanation);
    }

    @Override
    public void authorise(Caller caller, String type, String operation) {
        if (!may(caller, type, operation)) {
            throw new RefusedException(Problem.FORBIDDEN);
        }
    }

    @Override
    public void authorise(Caller caller, Resource resource, List<Referral> referrals, String operation) {
        boolean may = caller.capacity() == Capacity.SYSTEM
                || Interaction.ofCode(operation)
                        .filter(interaction -> holds(caller, interaction, resource, referrals))
                        .isPresent();
        if (!may) {
            throw new RefusedException(maySee(caller, resource, referrals) ? Problem.FORBIDDEN : Problem.NOT_FOUND);
        }
    }

    @Override
    public Narrowing narrow(Caller caller, String type) {
        return caller.capacity() == Capacity.SYSTEM
                ? new Narrowing.None()
                : narrowings.of(caller, type, rights.conditions(caller.capacity(), type, Interaction.SEARCH));
    }

    private boolean may(Caller caller, String type, String operation) {
        return Interaction.ofCode(operation)
                .filter(interaction ->
                        rights.conditions(caller.capacity(), type, interaction).contains(Condition.ANY))
                .isPresent();
    }

    private boolean holds(Caller caller, Interaction interaction, Resource resource, List<Referral> referrals) {
        var facts = new Condition.Facts(caller, resource, referrals, presence);
        return rights.conditions(caller.capacity(), resource.fhirType(), interaction).stream()
                .anyMatch(condition -> condition.holds(facts));
    }

    private Shown shown(Caller caller, Resource resource) {
        return rights.shown(caller.capacity(), resource.fhirType());
    }
}
