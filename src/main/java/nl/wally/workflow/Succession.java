package nl.wally.workflow;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import nl.wally.fhir.Custodies;
import nl.wally.fhir.Custody;
import nl.wally.shared.References;
import nl.wally.team.Teams;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;

/** Who would have the open referrals of somebody who leaves, or loses a place: by the rules that move them when it is so. */
@Component
public class Succession {
    private final Custodies custodies;
    private final Custodian custodian;
    private final Teams teams;

    Succession(Custodies custodies, Custodian custodian, Teams teams) {
        this.custodies = custodies;
        this.custodian = custodian;
        this.teams = teams;
    }

    /**
     * How many of the referrals that somebody has now each would have; who has them keeps those under their own name.
     *
     * @param owner for instance {@code PractitionerRole/wally-1}
     * @param coming roles and teams as they would be; everything else is as it is stored
     * @param at when they would be so
     */
    public Map<String, Integer> of(String owner, List<? extends Resource> coming, Instant at) {
        var source = new Coming(coming);
        Map<String, Integer> heirs = new TreeMap<>();
        for (Custody custody : custodies.ofOwner(owner)) {
            // What is no longer shared ends by itself: nobody else gets it.
            if (!custody.referral().withdrawn()) {
                // The flag that nobody is there moves nothing.
                Staffing next = StaffingRules.decide(custodian.facts(custody, false, source, at));
                heirs.merge(next.owner().orElse(""), 1, Integer::sum);
            }
        }
        return heirs;
    }

    /** People and teams as they are stored, but for those that are to come. */
    private final class Coming implements Custodian.Source {
        private final Map<String, Optional<PractitionerRole>> people = new HashMap<>();
        private final Map<String, List<CareTeam>> byPractice = new HashMap<>();
        private final List<CareTeam> changed;

        Coming(List<? extends Resource> coming) {
            changed = coming.stream()
                    .filter(CareTeam.class::isInstance)
                    .map(CareTeam.class::cast)
                    .toList();
            coming.stream()
                    .filter(PractitionerRole.class::isInstance)
                    .map(PractitionerRole.class::cast)
                    .forEach(role -> people.put(References.key(role), Optional.of(role)));
        }

        @Override
        public Optional<PractitionerRole> role(String reference) {
            return people.computeIfAbsent(reference, teams::role);
        }

        @Override
        public List<CareTeam> teamsOf(String practice) {
            return byPractice.computeIfAbsent(practice, one -> {
                List<CareTeam> ours = changed.stream()
                        .filter(team -> References.key(team.getManagingOrganizationFirstRep())
                                .equals(one))
                        .toList();
                List<String> replaced = ours.stream().map(References::key).toList();
                return Stream.concat(
                                ours.stream(),
                                teams.activeOf(one).stream().filter(team -> !replaced.contains(References.key(team))))
                        .toList();
            });
        }
    }
}
