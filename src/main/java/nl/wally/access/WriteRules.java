package nl.wally.access;

import static nl.wally.access.WriteRules.Act.CREATE;
import static nl.wally.access.WriteRules.Act.UPDATE;

import java.util.Map;
import java.util.Set;
import nl.wally.shared.Caller.Capacity;

/** Who may write which type at all; what may be written is for the rules of each module. Deny unless a line allows. */
final class WriteRules {
    enum Act {
        CREATE,
        UPDATE
    }

    private static final Map<Capacity, Map<String, Set<Act>>> ALLOWED = Map.of(
            Capacity.PRACTICE,
            Map.of(
                    "Patient", Set.of(CREATE, UPDATE),
                    "Consent", Set.of(CREATE, UPDATE),
                    "RelatedPerson", Set.of(CREATE, UPDATE),
                    "ServiceRequest", Set.of(CREATE),
                    "CommunicationRequest", Set.of(CREATE),
                    "Task", Set.of(CREATE, UPDATE),
                    "Communication", Set.of(CREATE, UPDATE)),
            Capacity.SOCIAL_WORKER,
            Map.of(
                    "Task", Set.of(CREATE, UPDATE),
                    "CommunicationRequest", Set.of(CREATE),
                    "Communication", Set.of(CREATE),
                    "QuestionnaireResponse", Set.of(CREATE, UPDATE),
                    "Consent", Set.of(UPDATE)),
            Capacity.COORDINATOR,
            Map.of(
                    "Task", Set.of(UPDATE),
                    "Organization", Set.of(CREATE, UPDATE),
                    "Practitioner", Set.of(CREATE, UPDATE),
                    "PractitionerRole", Set.of(CREATE, UPDATE),
                    "CareTeam", Set.of(CREATE, UPDATE),
                    "HealthcareService", Set.of(CREATE, UPDATE)));

    private WriteRules() {}

    static boolean mayWrite(Capacity capacity, String type, Act act) {
        return ALLOWED.getOrDefault(capacity, Map.of())
                .getOrDefault(type, Set.of())
                .contains(act);
    }
}
