package nl.wally.referring.launch;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import org.hl7.fhir.r4.model.Resource;

/** A resource as a HIS tells it. Nobody has held it to the form of FHIR before. */
final class ToldRecord {
    private ToldRecord() {}

    /**
     * As HAPI's parser reads it, which stumbles over some of what is no FHIR.
     *
     * @throws DataFormatException whenever it cannot be read
     */
    static <T extends Resource> T read(FhirContext context, Class<T> type, String json) {
        try {
            return context.newJsonParser().parseResource(type, json);
        } catch (RuntimeException unreadable) {
            // Without what it says, for that quotes the person's data.
            throw new DataFormatException("unreadable");
        }
    }
}
