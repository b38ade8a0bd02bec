package nl.wally.team;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.wally.conformance.Canonicals;
import nl.wally.fhir.Change;
import nl.wally.fhir.Store;
import nl.wally.fhir.Submission;
import nl.wally.shared.Codes;
import nl.wally.shared.References;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.HealthcareService;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;

/** Who provides offers (W-5), and which of them have no coordinator of their own. */
@Component
public class Providers {
    private final Store store;
    private final Teams teams;

    Providers(Store store, Teams teams) {
        this.store = store;
        this.teams = teams;
    }

    /**
     * Whether the coordinators of an organisation keep the offers of this provider, see {@link DirectoryRules}: those of the
     * own organisation, of the practices whose team it looks after, and of who coordinates nothing.
     */
    public boolean keeps(String coordination, String provider, Instant now) {
        return provider.equals(coordination)
                || teams.coordinates(coordination, provider, now)
                || isSocial(store.read(provider, Organization.class)) && !coordinates(provider);
    }

    /** Of those who provide this offer, before and after the change, the social organisations that coordinate no team. */
    Set<String> ofNobody(Submission submission, Change change) {
        return Stream.of(change.before(), change.after())
                .filter(Objects::nonNull)
                .map(offer -> References.key(((HealthcareService) offer).getProvidedBy()))
                .filter(provider -> isSocial(submission, provider) && !coordinates(provider))
                .collect(Collectors.toUnmodifiableSet());
    }

    private boolean isSocial(Submission submission, String provider) {
        return isSocial(
                submission.change(provider).map(Change::after).or(() -> store.read(provider, Organization.class)));
    }

    private static boolean isSocial(Optional<? extends Resource> provider) {
        return provider.filter(found -> found instanceof Organization organization
                        && Codes.anyHas(
                                organization.getType(), Canonicals.SYSTEM_ORGANIZATION_TYPE, "social-organization"))
                .isPresent();
    }

    private boolean coordinates(String organization) {
        return store.referring(CareTeam.class, organization, "CareTeam.participant.member").stream()
                .anyMatch(team -> TeamRules.coordination(team)
                        .filter(organization::equals)
                        .isPresent());
    }
}
