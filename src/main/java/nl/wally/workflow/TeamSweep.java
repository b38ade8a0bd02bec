package nl.wally.workflow;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.wally.fhir.Criteria;
import nl.wally.fhir.Custodies;
import nl.wally.fhir.Custody;
import nl.wally.fhir.Pipeline;
import nl.wally.fhir.Store;
import nl.wally.fhir.Submission;
import nl.wally.routing.Cover;
import nl.wally.shared.References;
import nl.wally.team.Teams;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Task;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * What the passing of time brings, without anybody asking: somebody's last day is over, an absence begins or ends, a team
 * has a gap, nobody is there, a consent has lapsed. Looked for on one node at a time; each referral, team and person is then
 * mended in a transaction of its own, under its lock, and only when it still needs to be.
 */
@Component
public class TeamSweep {
    private static final Logger LOG = LoggerFactory.getLogger(TeamSweep.class);
    private static final String[] OPEN = {"requested", "received", "accepted", "in-progress", "on-hold"};

    private final Custodies custodies;
    private final Custodian custodian;
    private final Teams teams;
    private final Cover cover;
    private final Store store;
    private final Pipeline pipeline;
    private final Clock clock;

    TeamSweep(
            Custodies custodies,
            Custodian custodian,
            Teams teams,
            Cover cover,
            Store store,
            Pipeline pipeline,
            Clock clock) {
        this.custodies = custodies;
        this.custodian = custodian;
        this.teams = teams;
        this.cover = cover;
        this.store = store;
        this.pipeline = pipeline;
        this.clock = clock;
    }

    /** Looks once; does nothing when another node is looking. */
    public void run() {
        custodies.alone("team-sweep", this::sweep);
    }

    private void sweep() {
        Instant now = clock.instant();
        var known = new Known(teams.active());
        for (CareTeam team : known.active) {
            if (teams.isInForce(team, now)) {
                String practice = References.key(team.getManagingOrganizationFirstRep());
                teams.current(team, now)
                        .coordination()
                        .ifPresent(organization -> custodies.coordinate(practice, organization));
            }
            if (teams.gapIsOutdated(team, known::role, now) || cover.isOutdated(team, known::role, now)) {
                mend(References.key(team), now);
            }
        }
        List<Custody> open = custodies.ofOpen();
        Set<String> flagged = flagged();
        for (Custody custody : open) {
            StaffingFacts facts = custodian.facts(custody, flagged.contains(custody.task()), known, now);
            boolean lapsed = custody.referral().withdrawn();
            if (lapsed || !StaffingRules.decide(facts).sameAs(facts.now())) {
                mend(custody.task(), now);
            }
        }
        known.met().filter(role -> teams.hasPastAbsence(role, now)).forEach(role -> mend(References.key(role), now));
    }

    private Set<String> flagged() {
        return store.find(Task.class, Criteria.code("status", OPEN).andAnyDate("unattended")).stream()
                .map(References::key)
                .collect(Collectors.toSet());
    }

    private void mend(String reference, Instant now) {
        try {
            pipeline.submit(Submission.ofSystem(now, List.of(reference)));
        } catch (RuntimeException stumbled) {
            // One that cannot be mended must not keep the others from being mended; the next sweep tries again.
            LOG.error("The sweep of teams could not mend {}", reference, stumbled);
        }
    }

    /** Teams and people as the sweep found them, each read once. */
    private final class Known implements Custodian.Source {
        private final List<CareTeam> active;
        private final Map<String, List<CareTeam>> byPractice;
        private final Map<String, Optional<PractitionerRole>> roles = new HashMap<>();

        Known(List<CareTeam> active) {
            this.active = active;
            this.byPractice = active.stream()
                    .collect(Collectors.groupingBy(team -> References.key(team.getManagingOrganizationFirstRep())));
        }

        /** Everybody who was looked at so far. */
        Stream<PractitionerRole> met() {
            return List.copyOf(roles.values()).stream().flatMap(Optional::stream);
        }

        @Override
        public Optional<PractitionerRole> role(String reference) {
            return roles.computeIfAbsent(reference, teams::role);
        }

        @Override
        public List<CareTeam> teamsOf(String practice) {
            return byPractice.getOrDefault(practice, List.of());
        }
    }
}
