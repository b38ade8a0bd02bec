package nl.wally.team;

import static nl.wally.shared.Words.words;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import nl.wally.shared.Problem;
import nl.wally.shared.References;
import nl.wally.shared.Refusal;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.HealthcareService;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/**
 * What a coordinator keeps in the directory: the own organisation, the practices whose teams it looks after, and the people
 * who work for either. Everybody may add what nobody keeps yet: an Organization, for a new practice begins without a team,
 * and a Practitioner, for a person comes before the role. Offers are kept by who keeps their provider, or by all. The
 * holder of a role enters the own absences.
 */
final class DirectoryRules {
    private final TeamRules teams;
    private final PlaceRules places;
    private final AbsenceRules absences;

    /** Judges the periods of teams, who is in them, and when people are away, by these rules. */
    DirectoryRules(TeamRules teams, PlaceRules places, AbsenceRules absences) {
        this.teams = teams;
        this.places = places;
        this.absences = absences;
    }

    /** Why this change is refused, if it is; types that are no part of the directory never are. */
    Optional<Refusal> judge(@Nullable Resource before, Resource after, DirectoryFacts facts, Instant now) {
        if (after instanceof PractitionerRole role) {
            return judgeRole((PractitionerRole) before, role, facts)
                    .or(() -> absences.judge((PractitionerRole) before, role, facts.people()));
        }
        if (after instanceof CareTeam team) {
            return judgeTeam((CareTeam) before, team, facts, now);
        }
        if (after instanceof HealthcareService offer) {
            return judgeOffer((HealthcareService) before, offer, facts);
        }
        boolean ofSomebody = before != null && (after instanceof Organization || after instanceof Practitioner);
        return ofSomebody && facts.kept().isEmpty() ? Optional.of(notKept(after)) : Optional.empty();
    }

    /** W-5: an offer is kept by the coordinators of who provides it; what nobody's organisation provides, by all of them. */
    private static Optional<Refusal> judgeOffer(
            @Nullable HealthcareService before, HealthcareService after, DirectoryFacts facts) {
        return Stream.of(Optional.ofNullable(before), Optional.of(after))
                        .flatMap(Optional::stream)
                        .map(offer -> References.key(offer.getProvidedBy()))
                        .allMatch(provider -> provider.isEmpty()
                                || facts.kept().contains(provider)
                                || facts.providersOfNobody().contains(provider))
                ? Optional.empty()
                : Optional.of(new Refusal(
                        Problem.FORBIDDEN,
                        "HealthcareService.providedBy",
                        words("A coordinator keeps the offers of the own organisation, of the practices whose team it"
                                + " coordinates, and of social organisations that coordinate no team themselves")));
    }

    /** Leaving is the end of a period and, elsewhere, a new role: what somebody did keeps its meaning. */
    private static Optional<Refusal> judgeRole(
            @Nullable PractitionerRole before, PractitionerRole after, DirectoryFacts facts) {
        boolean kept = facts.kept().contains(References.key(after.getOrganization()))
                && (before == null || facts.kept().contains(References.key(before.getOrganization())));
        if (!kept) {
            return Optional.of(notKept(after));
        }
        if (before == null) {
            return Optional.empty();
        }
        if (facts.holder()) {
            return AbsenceRules.changesOnlyAbsences(before, after)
                    ? Optional.empty()
                    : Optional.of(new Refusal(
                            Problem.FORBIDDEN,
                            "PractitionerRole",
                            words(
                                    "Of the own role somebody changes the absences (notAvailable); the rest is kept by the"
                                            + " coordinator")));
        }
        if (!before.getPractitioner().equalsDeep(after.getPractitioner())) {
            return Optional.of(Refusal.of(Problem.ELEMENT_IMMUTABLE, "PractitionerRole.practitioner"));
        }
        return before.getOrganization().equalsDeep(after.getOrganization())
                ? Optional.empty()
                : Optional.of(Refusal.of(Problem.ELEMENT_IMMUTABLE, "PractitionerRole.organization"));
    }

    /**
     * A team is of whom its participant {@code coordination} names, also after its end: who may mend what has ended, and may
     * hand it over by naming another.
     */
    private Optional<Refusal> judgeTeam(@Nullable CareTeam before, CareTeam after, DirectoryFacts facts, Instant now) {
        CareTeam judged = before == null ? after : before;
        if (!TeamRules.coordination(judged).filter(facts.self()::equals).isPresent()) {
            return Optional.of(notKept(after));
        }
        if (before != null && !practice(before).equals(practice(after))) {
            return Optional.of(Refusal.of(Problem.ELEMENT_IMMUTABLE, "CareTeam.managingOrganization"));
        }
        boolean taken = facts.otherTeams().stream()
                .anyMatch(other -> before == null && teams.inForce(other, now) || teams.meet(other, after));
        if (taken) {
            return Optional.of(new Refusal(
                    Problem.FORBIDDEN,
                    "CareTeam.period",
                    words("The practice has another team at that time: one at a time")));
        }
        return teams.heldTwice(after)
                .map(DirectoryRules::heldTwice)
                .or(() -> places.judge(before, after, facts.people(), now));
    }

    private static String practice(CareTeam team) {
        return References.key(team.getManagingOrganizationFirstRep());
    }

    private static Refusal heldTwice(TeamRole role) {
        return new Refusal(
                Problem.PROFILE_VIOLATION,
                "CareTeam.participant",
                words(
                        "Two participants are {0} at the same time: end the period of one before that of the other starts;"
                                + " the day of an end still belongs to the period",
                        role.code()));
    }

    private static Refusal notKept(Resource resource) {
        return new Refusal(
                Problem.FORBIDDEN,
                resource.fhirType(),
                words(
                        "A coordinator keeps the own organisation, the practices whose team it coordinates, and their people"));
    }
}
