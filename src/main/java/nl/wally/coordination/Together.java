package nl.wally.coordination;

import java.util.UUID;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.Resource;

/** Makes what is new and belongs together: all of it is there afterwards, or nothing. */
final class Together {
    private Together() {}

    /** A name by which one of them refers to another that has no id yet. */
    static String name() {
        return "urn:uuid:" + UUID.randomUUID();
    }

    /**
     * A transaction that creates both.
     *
     * @param known the name by which the second refers to the first
     */
    static Bundle create(String known, Resource first, Resource second) {
        Bundle bundle = new Bundle().setType(BundleType.TRANSACTION);
        add(bundle, known, first);
        add(bundle, name(), second);
        return bundle;
    }

    private static void add(Bundle bundle, String known, Resource resource) {
        bundle.addEntry()
                .setFullUrl(known)
                .setResource(resource)
                .getRequest()
                .setMethod(HTTPVerb.POST)
                .setUrl(resource.fhirType());
    }
}
