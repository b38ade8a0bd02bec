package nl.wally.directory;

import nl.wally.conformance.Canonicals;
import nl.wally.shared.Codes;
import nl.wally.shared.References;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Resource;

/** What is written together, as entries of a transaction. */
final class Writes {
    private Writes() {}

    static BundleEntryComponent post(Bundle transaction, Resource resource) {
        BundleEntryComponent entry = transaction.addEntry().setResource(resource);
        entry.getRequest().setMethod(HTTPVerb.POST).setUrl(resource.fhirType());
        return entry;
    }

    /** Creates what has no id yet, and updates the version that somebody has seen of what has. */
    static void write(Bundle transaction, Resource resource) {
        if (resource.hasId()) {
            transaction
                    .addEntry()
                    .setResource(resource)
                    .getRequest()
                    .setMethod(HTTPVerb.PUT)
                    .setUrl(References.key(resource))
                    .setIfMatch("W/\"" + resource.getMeta().getVersionId() + "\"");
        } else {
            post(transaction, resource);
        }
    }

    /** An organisation of this name that offers something. */
    static Organization provider(String name) {
        return new Organization()
                .setActive(true)
                .addType(Codes.concept(Canonicals.SYSTEM_ORGANIZATION_TYPE, "social-organization"))
                .setName(name);
    }
}
