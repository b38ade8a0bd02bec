package nl.wally.simulator;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Date;
import java.util.UUID;
import nl.wally.shared.Caller;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CommunicationRequest;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * A referral that comes in by itself, for who tries out a system of social workers: the GP of the first practice of the demo
 * region refers somebody, as a HIS would.
 */
@Component
@WithDemoRegion
class PracticeReferral {
    static final Caller GP =
            new Caller("simulator", "Organization/practice-1", "PractitionerRole/gp-1", Caller.Capacity.PRACTICE);

    private final FhirContext context;
    private final Acting acting;
    private final Clock clock;

    PracticeReferral(FhirContext context, Acting acting, Clock clock) {
        this.context = context;
        this.acting = acting;
        this.clock = clock;
    }

    /** Sends the referral of the guide, of a new person and under a new number; returns its Task as it is stored. */
    Task send() {
        return (Task) acting.send(GP, message()).stream()
                .filter(Task.class::isInstance)
                .findFirst()
                .orElseThrow();
    }

    /** The message, which differs from every other in its numbers and in its time. */
    Bundle message() {
        Bundle bundle = example();
        Date now = Date.from(clock.instant());
        for (var entry : bundle.getEntry()) {
            Resource resource = entry.getResource();
            if (resource instanceof Patient person) {
                var number = person.getIdentifierFirstRep()
                        .setValue(UUID.randomUUID().toString());
                entry.getRequest().setIfNoneExist("identifier=" + number.getSystem() + "|" + number.getValue());
            } else if (resource instanceof Consent consent) {
                consent.setDateTime(now);
            } else if (resource instanceof ServiceRequest referral) {
                referral.getIdentifierFirstRep().setValue(UUID.randomUUID().toString());
                referral.setAuthoredOn(now);
            } else if (resource instanceof Task task) {
                task.setAuthoredOn(now);
            } else if (resource instanceof CommunicationRequest request) {
                request.setAuthoredOn(now);
            }
        }
        return bundle;
    }

    private Bundle example() {
        try (InputStream content =
                new ClassPathResource("profiles/examples/Bundle-TheaReferral.json").getInputStream()) {
            return context.newJsonParser().parseResource(Bundle.class, content);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The example of a referral cannot be read", unreadable);
        }
    }
}
