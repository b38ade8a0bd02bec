package nl.wally;

import static org.assertj.core.api.Assertions.assertThat;

import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.PractitionerRole;

/** Somebody is away, as the coordinator enters it; the end of the test is the end of the absence. */
public final class Absence implements AutoCloseable {
    private static final String COORDINATOR = "coordinator-demo";

    private final FhirClient server;
    private final String role;

    private Absence(FhirClient server, String role) {
        this.server = server;
        this.role = role;
    }

    /** From now on, for instance of {@code PractitionerRole/wally-1}. */
    public static Absence of(FhirClient server, String role) {
        Absence absence = new Absence(server, role);
        absence.write(true);
        return absence;
    }

    @Override
    public void close() {
        write(false);
    }

    private void write(boolean away) {
        PractitionerRole known = server.read(COORDINATOR, role, PractitionerRole.class);
        if (away == known.hasNotAvailable()) {
            return;
        }
        known.getNotAvailable().clear();
        if (away) {
            known.addNotAvailable()
                    .setDescription("afwezig")
                    .setDuring(new Period().setStartElement(new DateTimeType("2025-06-01")));
        }
        var answer = server.put(COORDINATOR, known);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }
}
