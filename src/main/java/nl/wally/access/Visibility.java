package nl.wally.access;

import static nl.wally.shared.Words.words;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import nl.wally.fhir.Change;
import nl.wally.fhir.Matching;
import nl.wally.fhir.Presence;
import nl.wally.fhir.Referral;
import nl.wally.fhir.Sight;
import nl.wally.shared.Caller;
import nl.wally.shared.Caller.Capacity;
import nl.wally.shared.Problem;
import nl.wally.shared.RefusedException;
import nl.wally.shared.Scope;
import nl.wally.shared.Words;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;

/** Applies {@link RightsTable} and {@link MaskRules} to whoever calls. */
@Component
class Visibility implements Sight {
    private final RightsTable rights;
    private final Narrowings narrowings;
    private final Presence presence;
    private final AccessProperties settings;
    private final Clock clock;
    private final Matching matching;

    Visibility(
            RightsTable rights,
            Narrowings narrowings,
            Presence presence,
            AccessProperties settings,
            Clock clock,
            Matching matching) {
        this.rights = rights;
        this.narrowings = narrowings;
        this.presence = presence;
        this.settings = settings;
        this.clock = clock;
        this.matching = matching;
    }

    @Override
    public void require(Caller caller, String type, Scope.Action action) {
        if (!ScopeRules.allow(caller.scopes(), type, action)) {
            throw outOfScope(type, action);
        }
    }

    @Override
    public boolean covers(Caller caller, Resource resource, Scope.Action... anyOf) {
        return Arrays.stream(anyOf)
                .anyMatch(action -> ScopeRules.cover(
                        caller.scopes(),
                        resource,
                        action,
                        // Whoever may not search by it may not have a token answer it either.
                        (one, query) -> mayFind(caller, one, parameters(query)) && matching.meets(one, query)));
    }

    private static Set<String> parameters(String query) {
        return Arrays.stream(query.split("&"))
                .map(criterion -> criterion.split("[=:]", 2)[0])
                .collect(Collectors.toUnmodifiableSet());
    }

    private static RefusedException outOfScope(String type, Scope.Action action) {
        String missing = new Scope(type, Set.of(action), "").text();
        return new RefusedException(
                Problem.FORBIDDEN, "", words("The access token has no scope {0} that covers this", missing));
    }

    @Override
    public boolean maySee(Caller caller, Resource resource, List<Referral> referrals) {
        return caller.capacity() == Capacity.SYSTEM || holds(caller, Interaction.READ, resource, referrals);
    }

    @Override
    public List<Resource> show(Caller caller, List<Resource> resources) {
        return resources.stream()
                .map(resource -> MaskRules.show(shown(caller, resource), resource))
                .toList();
    }

    @Override
    public Resource written(Caller caller, Resource stored, Resource sent) {
        Shown shown = shown(caller, stored);
        return MaskRules.written(shown, stored, sent)
                .orElseThrow(() -> new RefusedException(
                        Problem.FORBIDDEN,
                        stored.fhirType(),
                        MaskRules.isMasked(shown, stored)
                                ? words(
                                        "What this caller sees in part (SUBSETTED) it can write in that part only: leave out"
                                                + " what is not shown, such as notes, texts, input and output; it stays as it is")
                                : words(
                                        "What carries the tag SUBSETTED is not the whole: read it again, without _elements"
                                                + " and _summary, before changing it")));
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
        var action = before == null ? Scope.Action.CREATE : Scope.Action.UPDATE;
        if (!covers(caller, before == null ? change.after() : before, action)) {
            throw outOfScope(change.type(), action);
        }
        // Before any patch: whether it applies would tell what is behind the mask.
        if (before != null && MaskRules.isUnwritable(shown(caller, before), before)) {
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
        var facts = new Condition.Facts(caller, resource, remembered(caller, referrals), presence);
        return rights.conditions(caller.capacity(), resource.fhirType(), interaction).stream()
                .anyMatch(condition -> condition.holds(facts));
    }

    /** What was called off leaves the view of the social worker after a while; there is nothing left to do with it. */
    private List<Referral> remembered(Caller caller, List<Referral> referrals) {
        Instant then = clock.instant().minus(settings.cancelledVisibleFor());
        return caller.capacity() == Capacity.SOCIAL_WORKER
                ? referrals.stream()
                        .filter(referral -> !referral.wasCalledOffBefore(then))
                        .toList()
                : referrals;
    }

    private Shown shown(Caller caller, Resource resource) {
        Shown shown = rights.shown(caller.capacity(), resource.fhirType());
        return shown == Shown.WITHOUT_BSN && settings.showBsn() ? Shown.WHOLE : shown;
    }
}
