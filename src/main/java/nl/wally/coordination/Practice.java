package nl.wally.coordination;

import nl.wally.shared.References;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.Organization;

/** A practice, and the team that the coordinator keeps for it. */
record Practice(Organization organization, CareTeam team) {
    /** For instance {@code Organization/practice-1}. */
    String reference() {
        return References.key(organization);
    }

    public String id() {
        return organization.getIdElement().getIdPart();
    }

    public String name() {
        return organization.getName();
    }

    /** The id of the practice that a team is of. */
    static String id(CareTeam team) {
        return team.getManagingOrganizationFirstRep().getReferenceElement().getIdPart();
    }

    String page() {
        return CoordinationConfig.PRACTICES + "/" + id();
    }
}
