package nl.wally.referring.launch;

import ca.uhn.fhir.context.FhirContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.wally.conformance.Canonicals;
import nl.wally.people.Luggage;
import nl.wally.referring.LaunchContext;
import nl.wally.referring.Launches;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Patient;
import org.springframework.stereotype.Component;

/** Launches as the {@link Luggage} of whoever came in by one. */
@Component
final class CarriedLaunches implements Launches {
    private static final String PATIENT = "patient";
    private static final String REASONS = "reasons";
    private static final String SYSTEM = "system";
    private static final String VALUE = "value";

    private final Luggage luggage;
    private final FhirContext context;

    CarriedLaunches(Luggage luggage, FhirContext context) {
        this.luggage = luggage;
        this.context = context;
    }

    @Override
    public Optional<LaunchContext> present(HttpServletRequest request) {
        return luggage.of(request).map(packed -> unpack(packed, context));
    }

    @Override
    public void finish(HttpServletRequest request, HttpServletResponse response) {
        luggage.leave(request, response);
    }

    Map<String, Object> pack(LaunchContext launch) {
        return pack(launch, context);
    }

    static Map<String, Object> pack(LaunchContext launch, FhirContext context) {
        Map<String, Object> packed = new HashMap<>();
        packed.put(PATIENT, context.newJsonParser().encodeResourceToString(launch.patient()));
        packed.put(REASONS, launch.reasons().stream().map(Coding::getCode).toList());
        launch.transaction().ifPresent(number -> {
            packed.put(SYSTEM, number.getSystem());
            packed.put(VALUE, number.getValue());
        });
        return packed;
    }

    static LaunchContext unpack(Map<String, Object> packed, FhirContext context) {
        List<Coding> reasons = ((List<?>) packed.getOrDefault(REASONS, List.of()))
                .stream()
                        .map(code ->
                                new Coding().setSystem(Canonicals.ICPC_1_NL).setCode(String.valueOf(code)))
                        .toList();
        return new LaunchContext(
                context.newJsonParser().parseResource(Patient.class, String.valueOf(packed.get(PATIENT))),
                reasons,
                Optional.ofNullable(packed.get(VALUE))
                        .map(value -> new Identifier()
                                .setSystem(String.valueOf(packed.get(SYSTEM)))
                                .setValue(String.valueOf(value))));
    }
}
