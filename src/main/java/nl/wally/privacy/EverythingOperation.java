package nl.wally.privacy;

import nl.wally.fhir.PersonOperation;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;

/**
 * {@code GET Patient/[id]/$everything}: all that one side keeps of a person, for the person's right of access (article 15
 * AVG). See https://hl7.org/fhir/R4/operation-patient-everything.html; all in one answer, without its parameters.
 */
@Component
class EverythingOperation implements PersonOperation {
    private final Export export;

    EverythingOperation(Export export) {
        this.export = export;
    }

    @Override
    public String name() {
        return "everything";
    }

    @Override
    public Resource answer(Asked asked) {
        var bundle = new Bundle();
        bundle.setType(Bundle.BundleType.SEARCHSET);
        bundle.addLink().setRelation("self").setUrl(asked.base() + "/" + asked.named() + "/$everything");
        for (Resource one : export.of(asked.caller(), asked.named(), name())) {
            String url = asked.base() + "/" + one.fhirType() + "/"
                    + one.getIdElement().getIdPart();
            bundle.addEntry().setFullUrl(url).setResource(one).getSearch().setMode(Bundle.SearchEntryMode.MATCH);
        }
        return bundle;
    }
}
