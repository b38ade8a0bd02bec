package nl.wally.referring.launch;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** Reads from a HIS the one patient of the launch, and who sits in front of the screen. */
final class HisRecords {
    private static final MediaType FHIR_JSON = MediaType.valueOf("application/fhir+json");
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9\\-.]{1,64}");

    private final RestClient http;
    private final FhirContext context;

    HisRecords(HisCalls calls, FhirContext context) {
        this.http = calls.client().build();
        this.context = context;
    }

    /**
     * Whom the launch is about.
     *
     * @param id by which the HIS knows the patient
     * @throws LaunchRefusedException when there is nobody
     */
    Patient patient(His his, String token, @Nullable Object id) {
        return read(his, token, Patient.class, String.valueOf(id));
    }

    /**
     * Only somebody who works there may refer: no patient, no relative and no device that signs in at the same HIS, and nobody
     * whom it does not count among its own any more.
     *
     * @param fhirUser claim of the ID token: an address below the FHIR API of the HIS, or what comes after that
     */
    void requirePractitioner(His his, String token, @Nullable String fhirUser) {
        String whole = String.valueOf(fhirUser);
        String below = his.at("").toString();
        String reference = whole.startsWith(below) ? whole.substring(below.length()) : whole;
        if (!reference.startsWith("Practitioner/")) {
            throw new LaunchRefusedException(Trouble.NOT_BELIEVED, "fhirUser");
        }
        Practitioner user = read(his, token, Practitioner.class, reference.substring("Practitioner/".length()));
        if (user.hasActive() && !user.getActive()) {
            throw new LaunchRefusedException(Trouble.NOT_BELIEVED, "inactive");
        }
    }

    private <T extends Resource> T read(His his, String token, Class<T> type, String id) {
        if (!ID.matcher(id).matches()) {
            throw new LaunchRefusedException(Trouble.NOT_BELIEVED, "id");
        }
        try {
            byte[] answer = http.get()
                    .uri(his.at(type.getSimpleName() + "/" + id))
                    .headers(headers -> headers.setBearerAuth(token))
                    .accept(FHIR_JSON)
                    .retrieve()
                    .body(byte[].class);
            String text = answer == null ? "" : new String(answer, StandardCharsets.UTF_8);
            T found = ToldRecord.read(context, type, text);
            if (id.equals(found.getIdElement().getIdPart())) {
                return found;
            }
            throw new LaunchRefusedException(Trouble.HIS_AWAY, "another record");
        } catch (RestClientException | DataFormatException | IllegalArgumentException unusable) {
            throw new LaunchRefusedException(Trouble.HIS_AWAY, "record");
        }
    }
}
