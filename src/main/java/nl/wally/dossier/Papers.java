package nl.wally.dossier;

import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.CommunicationRequest;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.RelatedPerson;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;

/**
 * The resources of one referral that its reader may see, as they are seen. Whoever wants to change one makes a copy and sends
 * that: it has the version that the person has seen.
 *
 * @param beside the Tasks of questions and of requests to stop
 * @param roles of the owner and of who referred
 */
public record Papers(
        Task task,
        Optional<ServiceRequest> referral,
        Optional<Patient> person,
        Optional<Consent> consent,
        List<RelatedPerson> representatives,
        List<CommunicationRequest> requests,
        List<Communication> said,
        List<Provenance> steps,
        List<Task> beside,
        List<PractitionerRole> roles,
        Optional<Organization> practice) {
    public Papers {
        representatives = List.copyOf(representatives);
        requests = List.copyOf(requests);
        said = List.copyOf(said);
        steps = List.copyOf(steps);
        beside = List.copyOf(beside);
        roles = List.copyOf(roles);
    }
}
