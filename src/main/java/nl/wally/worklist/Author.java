package nl.wally.worklist;

import nl.wally.fhir.CurrentCaller;
import nl.wally.fhir.InHouse;
import nl.wally.shared.References;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Reference;
import org.springframework.stereotype.Component;

/** Who writes a remark: the person of the role that acts, for R4 has no roles among the authors of an Annotation. */
@Component
public class Author {
    private static final String ROLE = "PractitionerRole/";

    private final CurrentCaller current;
    private final InHouse house;

    Author(CurrentCaller current, InHouse house) {
        this.current = current;
        this.house = house;
    }

    /** The practitioner or, where no person acts, the organisation. */
    public Reference now() {
        String agent = current.current().agent();
        return new Reference(
                agent.startsWith(ROLE)
                        ? References.key(house.read(PractitionerRole.class, agent.substring(ROLE.length()))
                                .getPractitioner())
                        : agent);
    }
}
