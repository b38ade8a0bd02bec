package nl.wally.team;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.PractitionerRole;

/**
 * What {@link DirectoryRules} judge by, besides the resource itself.
 *
 * @param self the organisation of the coordinator who calls
 * @param holder whether no coordinator calls, but the person whose own role it is
 * @param kept those of the organisations to which the resource belongs, before or after, that this coordinator keeps: the
 *     own one, and practices whose team it coordinates
 * @param otherTeams the other active teams of the same practice, as they will be; only for a team
 * @param people the roles that a team names, as they will be, by their reference; for a role those whom its absences name
 *     and who have a place in a team of the organisation
 * @param providersOfNobody those of the organisations to which an offer belongs, before or after, that no coordinator
 *     keeps; only for an offer
 */
record DirectoryFacts(
        String self,
        boolean holder,
        Set<String> kept,
        List<CareTeam> otherTeams,
        Map<String, PractitionerRole> people,
        Set<String> providersOfNobody) {
    /** Facts of what is neither a team nor an offer. */
    DirectoryFacts(String self, Set<String> kept) {
        this(self, false, kept, List.of(), Map.of(), Set.of());
    }

    /** The same when somebody changes the own role. */
    DirectoryFacts byHolder() {
        return new DirectoryFacts(self, true, kept, otherTeams, people, providersOfNobody);
    }

    /** The same for a team. */
    DirectoryFacts withTeam(List<CareTeam> others, Map<String, PractitionerRole> named) {
        return new DirectoryFacts(self, holder, kept, others, named, providersOfNobody);
    }

    /** The same for a role whose absences name these to stand in. */
    DirectoryFacts withStandIns(Map<String, PractitionerRole> named) {
        return new DirectoryFacts(self, holder, kept, otherTeams, named, providersOfNobody);
    }

    /** The same for an offer whose providers nobody keeps. */
    DirectoryFacts withProviders(Set<String> ofNobody) {
        return new DirectoryFacts(self, holder, kept, otherTeams, people, ofNobody);
    }
}
