package nl.wally.simulator;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import nl.wally.fhir.Store;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The practices, organisations, people and teams of the demo region: the examples of the guide, under the same ids. */
@Component
@Order(0)
class DemoResources implements DemoPart {
    private static final List<String> FILES = List.of(
            "Organization-practice-1",
            "Organization-practice-2",
            "Organization-social-1",
            "Organization-social-2",
            "Practitioner-gp-1",
            "Practitioner-gp-2",
            "Practitioner-wally-1",
            "Practitioner-wally-2",
            "Practitioner-coach-1",
            "PractitionerRole-gp-1",
            "PractitionerRole-gp-2",
            "PractitionerRole-wally-1",
            "PractitionerRole-wally-2",
            "PractitionerRole-coach-1",
            "CareTeam-team-1",
            "CareTeam-team-2",
            "HealthcareService-debt-desk",
            "HealthcareService-walking-group");

    private final FhirContext context;
    private final Store store;

    DemoResources(FhirContext context, Store store) {
        this.context = context;
        this.store = store;
    }

    @Override
    public void load() {
        FILES.forEach(file -> store.bring(read(file)));
    }

    private Resource read(String file) {
        try (InputStream content = new ClassPathResource("profiles/examples/" + file + ".json").getInputStream()) {
            return (Resource) context.newJsonParser().parseResource(content);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The demo region lacks " + file, unreadable);
        }
    }
}
