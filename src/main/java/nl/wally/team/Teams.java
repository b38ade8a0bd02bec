package nl.wally.team;

import java.time.Instant;
import java.util.Optional;
import nl.wally.fhir.Criteria;
import nl.wally.fhir.Store;
import nl.wally.shared.References;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.springframework.stereotype.Component;

/** Looks up teams and their members as they are stored now. */
@Component
public class Teams {
    private final Store store;
    private final TeamRules rules;
    private final PresenceRules presence;

    Teams(Store store, TeamRules rules, PresenceRules presence) {
        this.store = store;
        this.rules = rules;
        this.presence = presence;
    }

    /** The team of a practice, for instance {@code Organization/practice-1}; empty when it has none. */
    public Optional<CareTeam> ofPractice(String practice) {
        var criteria = Criteria.reference("managing-organization", practice).andCode("status", "active");
        return store.find(CareTeam.class, criteria).stream().findFirst();
    }

    /** Who is in the team of a practice at this moment; empty when it has no team. */
    public Optional<CurrentTeam> current(String practice, Instant at) {
        return ofPractice(practice).map(team -> rules.currentTeam(team, at));
    }

    /** Who is in this team at this moment. */
    public CurrentTeam current(CareTeam team, Instant at) {
        return rules.currentTeam(team, at);
    }

    /** A member, for instance {@code PractitionerRole/wally-1}. */
    public Optional<PractitionerRole> role(String reference) {
        return store.read(reference, PractitionerRole.class);
    }

    /** Whether somebody is present; nobody who is not known is. */
    public boolean isPresent(String reference, Instant at) {
        return role(reference).filter(role -> presence.isPresent(role, at)).isPresent();
    }

    /** Whether the coordinator of this organisation looks after the team of that practice. */
    public boolean coordinates(String organization, String practice, Instant at) {
        return current(practice, at)
                .flatMap(CurrentTeam::coordination)
                .filter(organization::equals)
                .isPresent();
    }

    /** The organisation that somebody works for; empty when nobody knows. */
    public Optional<String> organizationOf(String reference) {
        return role(reference).map(role -> References.key(role.getOrganization()));
    }
}
