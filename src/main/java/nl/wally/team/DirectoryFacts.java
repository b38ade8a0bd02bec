package nl.wally.team;

import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.CareTeam;

/**
 * What {@link DirectoryRules} judge by, besides the resource itself.
 *
 * @param self the organisation of the coordinator who calls
 * @param kept those of the organisations to which the resource belongs, before or after, that this coordinator keeps: the
 *     own one, and practices whose team it coordinates
 * @param otherTeams the other active teams of the same practice, as they will be; only for a team
 * @param providersOfNobody those of the organisations to which an offer belongs, before or after, that no coordinator keeps
 */
record DirectoryFacts(String self, Set<String> kept, List<CareTeam> otherTeams, Set<String> providersOfNobody) {
    /** Facts of what is no offer. */
    DirectoryFacts(String self, Set<String> kept, List<CareTeam> otherTeams) {
        this(self, kept, otherTeams, Set.of());
    }

    /** The same for an offer whose providers nobody keeps. */
    DirectoryFacts withProviders(Set<String> ofNobody) {
        return new DirectoryFacts(self, kept, otherTeams, ofNobody);
    }
}
